package brume.dynamodb.operation.transfer;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.transfer.Exports;
import brume.model.dynamodb.ExportSummary;
import brume.model.dynamodb.ListExportsInput;
import brume.model.dynamodb.ListExportsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.ArrayList;

/// Lists the exports of a table, or of all, the latest first.
public final class ListExports implements Operation<ListExportsInput, ListExportsOutput> {
  /// Source: Amazon DynamoDB API Reference, ListExports.
  private static final int MAX_PAGE = 25;

  private final Exports exports;

  public ListExports(Exports exports) {
    this.exports = exports;
  }

  @Override
  public Access access(Call call, ListExportsInput input) {
    return Access.toAny("dynamodb:" + name());
  }

  @Override
  public ListExportsOutput run(Call call, ListExportsInput input) {
    var table = input.tableArn() == null ? null : Tables.nameOf(input.tableArn());
    int limit = input.maxResults() == null ? MAX_PAGE : Math.min(MAX_PAGE, input.maxResults());
    var page = new ArrayList<ExportSummary>();
    boolean isBehind = input.nextToken() == null;
    for (var export : exports.list(call.scope(), table)) {
      var arn = String.valueOf(export.exportArn());
      if (isBehind && page.size() == limit) {
        return new ListExportsOutput(page, page.getLast().exportArn());
      }
      if (isBehind) {
        page.add(new ExportSummary(arn, export.exportStatus(), export.exportType()));
      }
      isBehind |= arn.equals(input.nextToken());
    }
    return new ListExportsOutput(page, null);
  }
}
