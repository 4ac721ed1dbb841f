package brume.dynamodb.operation.transfer;

import brume.dynamodb.transfer.Exports;
import brume.model.dynamodb.DescribeExportInput;
import brume.model.dynamodb.DescribeExportOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an export.
public final class DescribeExport implements Operation<DescribeExportInput, DescribeExportOutput> {
  private final Exports exports;

  public DescribeExport(Exports exports) {
    this.exports = exports;
  }

  @Override
  public Access access(Call call, DescribeExportInput input) {
    return Access.to("dynamodb:" + name(), input.exportArn());
  }

  @Override
  public DescribeExportOutput run(Call call, DescribeExportInput input) {
    return new DescribeExportOutput(exports.get(input.exportArn()));
  }
}
