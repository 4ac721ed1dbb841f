package brume.dynamodb.operation.transfer;

import brume.dynamodb.table.Table;
import brume.dynamodb.transfer.Imports;
import brume.model.dynamodb.ImportTableInput;
import brume.model.dynamodb.ImportTableOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Makes a table, and begins to fill it with what lies in a bucket, as whoever asks for it.
public final class ImportTable implements Operation<ImportTableInput, ImportTableOutput> {
  private final Imports imports;

  public ImportTable(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Access access(Call call, ImportTableInput input) {
    return Access.to(
        "dynamodb:" + name(), Table.arn(call.scope(), input.tableCreationParameters().tableName()));
  }

  @Override
  public ImportTableOutput run(Call call, ImportTableInput input) {
    refuse("InputFormat ION", "ION".equals(input.inputFormat()) ? input : null);
    refuse("InputCompressionType ZSTD", "ZSTD".equals(input.inputCompressionType()) ? input : null);
    var wanted = input.tableCreationParameters();
    refuse("OnDemandThroughput", wanted.onDemandThroughput());
    var encryption = wanted.sseSpecification();
    refuse(
        "SSESpecification",
        encryption != null && Boolean.TRUE.equals(encryption.enabled()) ? encryption : null);
    return new ImportTableOutput(imports.begin(call, input));
  }

  private static void refuse(String what, @Nullable Object given) {
    if (given != null) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume's DynamoDB does not have " + what + " yet");
    }
  }
}
