package brume.dynamodb.operation.transfer;

import brume.dynamodb.transfer.Imports;
import brume.model.dynamodb.DescribeImportInput;
import brume.model.dynamodb.DescribeImportOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes an import.
public final class DescribeImport implements Operation<DescribeImportInput, DescribeImportOutput> {
  private final Imports imports;

  public DescribeImport(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Access access(Call call, DescribeImportInput input) {
    return Access.to("dynamodb:" + name(), input.importArn());
  }

  @Override
  public DescribeImportOutput run(Call call, DescribeImportInput input) {
    return new DescribeImportOutput(imports.get(input.importArn()));
  }
}
