package brume.dynamodb.operation.backup;

import static brume.model.dynamodb.DynamoDbError.INVALID_RESTORE_TIME_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION;

import brume.dynamodb.backup.Restoration;
import brume.dynamodb.backup.Restoration.Overrides;
import brume.dynamodb.backup.Window;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.TableAccess;
import brume.model.dynamodb.RestoreTableToPointInTimeInput;
import brume.model.dynamodb.RestoreTableToPointInTimeOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes a table of what another was at a point in time.
public final class RestoreTableToPointInTime
    implements Operation<RestoreTableToPointInTimeInput, RestoreTableToPointInTimeOutput> {
  private final Tables tables;
  private final Restoration restoration;

  public RestoreTableToPointInTime(Tables tables, Restoration restoration) {
    this.tables = tables;
    this.restoration = restoration;
  }

  @Override
  public Access access(Call call, RestoreTableToPointInTimeInput input) {
    var target = TargetAccess.to(call, name(), input.targetTableName());
    var source = source(input);
    return source == null ? target : TableAccess.to(tables, call, name(), source).and(target);
  }

  private static @Nullable String source(RestoreTableToPointInTimeInput input) {
    return input.sourceTableArn() == null ? input.sourceTableName() : input.sourceTableArn();
  }

  @Override
  public RestoreTableToPointInTimeOutput run(Call call, RestoreTableToPointInTimeInput input) {
    if (input.sseSpecificationOverride() != null || input.onDemandThroughputOverride() != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's DynamoDB does not have SSESpecificationOverride and OnDemandThroughputOverride"
              + " yet");
    }
    var source = source(input);
    if (source == null) {
      throw Invalid.parameter("SourceTableName or SourceTableArn must be specified");
    }
    var table = tables.describe(call.scope(), source);
    if (!table.scope().equals(call.scope())) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's DynamoDB does not restore tables of other accounts or regions yet");
    }
    var window = Window.of(table, call.now());
    if (window == null) {
      throw POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION.because(
          "Point in time recovery is not enabled for table '" + table.name() + "'");
    }
    var at = at(call, input);
    if (!window.holds(at)) {
      throw INVALID_RESTORE_TIME_EXCEPTION.because(
          "The restore time must be between " + window.earliest() + " and " + window.latest());
    }
    var overrides =
        new Overrides(
            input.billingModeOverride(),
            input.globalSecondaryIndexOverride(),
            input.localSecondaryIndexOverride(),
            input.provisionedThroughputOverride());
    return new RestoreTableToPointInTimeOutput(
        restoration.of(call, table, at, input.targetTableName(), overrides));
  }

  private static Instant at(Call call, RestoreTableToPointInTimeInput input) {
    boolean latest = Boolean.TRUE.equals(input.useLatestRestorableTime());
    var time = input.restoreDateTime();
    if (latest == (time != null)) {
      throw Invalid.parameter(
          "Either RestoreDateTime or UseLatestRestorableTime must be specified");
    }
    return time == null ? call.now() : time;
  }
}
