package brume.dynamodb.transfer;

import static brume.model.dynamodb.DynamoDbError.EXPORT_CONFLICT_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.EXPORT_NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.past.Forgetting;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.ExportDescription;
import brume.model.dynamodb.ExportTableToPointInTimeInput;
import brume.service.Call;
import brume.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The exports of all tables.
public final class Exports {
  static final String KIND = "export";
  static final String IN_PROGRESS = "IN_PROGRESS";

  private final Tables tables;
  private final Transfers<ExportDescription> transfers;

  public Exports(Store store, Tables tables) {
    this.tables = tables;
    transfers =
        new Transfers<>(
            store,
            KIND,
            ExportDescription.SHAPE,
            ExportDescription::startTime,
            EXPORT_NOT_FOUND_EXCEPTION);
  }

  Underway underway() {
    return transfers.underway();
  }

  /// Begins an export of what the table was at `at`, since before when its history is kept.
  public ExportDescription begin(
      Call call, Table table, ExportTableToPointInTimeInput input, Instant at) {
    var again = repeated(table, input);
    if (again != null) {
      return again;
    }
    var name = TransferName.of(table.scope(), table.name(), KIND, call.now(), call.ids());
    var export =
        ExportDescription.builder()
            .clientToken(input.clientToken())
            .exportArn(name.arn())
            .exportFormat("DYNAMODB_JSON")
            .exportStatus(IN_PROGRESS)
            .exportTime(at)
            .exportType("FULL_EXPORT")
            .s3Bucket(input.s3Bucket())
            .s3BucketOwner(input.s3BucketOwner())
            .s3Prefix(input.s3Prefix())
            .startTime(call.now())
            .tableArn(table.description().tableArn())
            .tableId(table.id())
            .build();
    transfers.underway().admit(name.arn(), call);
    try {
      tables.changeAlone(
          table,
          (transaction, now) -> {
            transfers.begin(transaction, name, export);
            Forgetting.add(transaction, now);
            var history = Objects.requireNonNull(now.definition().history());
            return now.definition().with(history.withCopy(name.id(), at));
          });
    } catch (RuntimeException e) {
      transfers.underway().end(name.arn());
      throw e;
    }
    return export;
  }

  private @Nullable ExportDescription repeated(Table table, ExportTableToPointInTimeInput input) {
    if (input.clientToken() == null) {
      return null;
    }
    for (var export : list(table.scope(), table.name())) {
      if (input.clientToken().equals(export.clientToken())) {
        if (!Objects.equals(input.s3Bucket(), export.s3Bucket())
            || !Objects.equals(input.s3Prefix(), export.s3Prefix())) {
          throw EXPORT_CONFLICT_EXCEPTION.because(
              "There was another export with the same client token");
        }
        return export;
      }
    }
    return null;
  }

  /// Throws an error when there is none of this ARN.
  public ExportDescription get(String arn) {
    return transfers.get(arn);
  }

  /// Of a table, or of all, the latest first.
  public List<ExportDescription> list(Scope scope, @Nullable String table) {
    return transfers.list(scope, table);
  }

  void end(ExportDescription ended) {
    transfers.end(Objects.requireNonNull(ended.exportArn()), ended);
  }
}
