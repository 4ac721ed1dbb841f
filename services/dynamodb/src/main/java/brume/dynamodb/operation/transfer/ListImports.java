package brume.dynamodb.operation.transfer;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.transfer.Imports;
import brume.model.dynamodb.ImportSummary;
import brume.model.dynamodb.ListImportsInput;
import brume.model.dynamodb.ListImportsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.ArrayList;

/// Lists the imports into a table, or into all, the latest first.
public final class ListImports implements Operation<ListImportsInput, ListImportsOutput> {
  /// Source: Amazon DynamoDB API Reference, ListImports.
  private static final int MAX_PAGE = 25;

  private final Imports imports;

  public ListImports(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Access access(Call call, ListImportsInput input) {
    return Access.toAny("dynamodb:" + name());
  }

  @Override
  public ListImportsOutput run(Call call, ListImportsInput input) {
    var table = input.tableArn() == null ? null : Tables.nameOf(input.tableArn());
    int limit = input.pageSize() == null ? MAX_PAGE : Math.min(MAX_PAGE, input.pageSize());
    var page = new ArrayList<ImportSummary>();
    boolean isBehind = input.nextToken() == null;
    for (var each : imports.list(call.scope(), table)) {
      if (isBehind && page.size() == limit) {
        return new ListImportsOutput(page, page.getLast().importArn());
      }
      if (isBehind) {
        page.add(
            ImportSummary.builder()
                .importArn(each.importArn())
                .importStatus(each.importStatus())
                .inputFormat(each.inputFormat())
                .s3BucketSource(each.s3BucketSource())
                .startTime(each.startTime())
                .endTime(each.endTime())
                .tableArn(each.tableArn())
                .build());
      }
      isBehind |= String.valueOf(each.importArn()).equals(input.nextToken());
    }
    return new ListImportsOutput(page, null);
  }
}
