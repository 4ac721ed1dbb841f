package brume.dynamodb.operation.transfer;

import static brume.model.dynamodb.DynamoDbError.INVALID_EXPORT_TIME_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION;

import brume.dynamodb.backup.Window;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.transfer.Exports;
import brume.model.dynamodb.ExportTableToPointInTimeInput;
import brume.model.dynamodb.ExportTableToPointInTimeOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Begins to write what a table was at a point in time to a bucket, as whoever asks for it.
public final class ExportTableToPointInTime
    implements Operation<ExportTableToPointInTimeInput, ExportTableToPointInTimeOutput> {
  private final Tables tables;
  private final Exports exports;

  public ExportTableToPointInTime(Tables tables, Exports exports) {
    this.tables = tables;
    this.exports = exports;
  }

  @Override
  public Access access(Call call, ExportTableToPointInTimeInput input) {
    return TableAccess.to(tables, call, name(), input.tableArn());
  }

  @Override
  public ExportTableToPointInTimeOutput run(Call call, ExportTableToPointInTimeInput input) {
    refuse("ExportFormat ION", "ION".equals(input.exportFormat()) ? input : null);
    refuse(
        "ExportType INCREMENTAL_EXPORT",
        "INCREMENTAL_EXPORT".equals(input.exportType()) ? input : null);
    refuse("IncrementalExportSpecification", input.incrementalExportSpecification());
    refuse("S3SseAlgorithm", input.s3SseAlgorithm());
    refuse("S3SseKmsKeyId", input.s3SseKmsKeyId());
    var table = tables.describe(call.scope(), input.tableArn());
    var window = Window.of(table, call.now());
    if (window == null) {
      throw POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION.because(
          "Point in time recovery is not enabled for table '" + table.name() + "'");
    }
    var at = input.exportTime() == null ? call.now() : input.exportTime();
    if (!window.holds(at)) {
      throw INVALID_EXPORT_TIME_EXCEPTION.because(
          "The export time must be between " + window.earliest() + " and " + window.latest());
    }
    return new ExportTableToPointInTimeOutput(exports.begin(call, table, input, at));
  }

  private static void refuse(String what, @Nullable Object given) {
    if (given != null) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume's DynamoDB does not have " + what + " yet");
    }
  }
}
