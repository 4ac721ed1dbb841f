package brume.dynamodb.transfer;

import static brume.model.dynamodb.DynamoDbError.IMPORT_CONFLICT_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.IMPORT_NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.NewTable;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.ImportTableDescription;
import brume.model.dynamodb.ImportTableInput;
import brume.model.dynamodb.TableCreationParameters;
import brume.service.Call;
import brume.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The imports into all tables.
public final class Imports {
  static final String KIND = "import";

  private final Tables tables;
  private final Transfers<ImportTableDescription> transfers;

  public Imports(Store store, Tables tables) {
    this.tables = tables;
    transfers =
        new Transfers<>(
            store,
            KIND,
            ImportTableDescription.SHAPE,
            ImportTableDescription::startTime,
            IMPORT_NOT_FOUND_EXCEPTION);
  }

  Underway underway() {
    return transfers.underway();
  }

  /// Makes the table, which is to be filled.
  public ImportTableDescription begin(Call call, ImportTableInput input) {
    var wanted = input.tableCreationParameters();
    var again = repeated(call.scope(), input);
    if (again != null) {
      return again;
    }
    var described =
        NewTable.describe(creation(wanted), call.scope(), call.ids().uuid(), call.now()).toBuilder()
            .tableStatus("CREATING")
            .build();
    var table = Table.of(call.scope(), Definition.of(described));
    var name = TransferName.of(call.scope(), table.name(), KIND, call.now(), call.ids());
    var begun =
        ImportTableDescription.builder()
            .clientToken(input.clientToken())
            .importArn(name.arn())
            .importStatus(Exports.IN_PROGRESS)
            .inputCompressionType(
                input.inputCompressionType() == null ? "NONE" : input.inputCompressionType())
            .inputFormat(input.inputFormat())
            .inputFormatOptions(input.inputFormatOptions())
            .s3BucketSource(input.s3BucketSource())
            .startTime(call.now())
            .tableArn(described.tableArn())
            .tableCreationParameters(wanted)
            .tableId(table.id())
            .build();
    transfers.underway().admit(name.arn(), call);
    try {
      tables.create(
          table,
          transaction -> {
            transfers.begin(transaction, name, begun);
            return table.definition();
          });
    } catch (RuntimeException e) {
      transfers.underway().end(name.arn());
      throw e;
    }
    return begun;
  }

  private static CreateTableInput creation(TableCreationParameters wanted) {
    return CreateTableInput.builder()
        .tableName(wanted.tableName())
        .attributeDefinitions(wanted.attributeDefinitions())
        .keySchema(wanted.keySchema())
        .billingMode(wanted.billingMode())
        .provisionedThroughput(wanted.provisionedThroughput())
        .globalSecondaryIndexes(wanted.globalSecondaryIndexes())
        .build();
  }

  private @Nullable ImportTableDescription repeated(Scope scope, ImportTableInput input) {
    if (input.clientToken() == null) {
      return null;
    }
    for (var known : list(scope, null)) {
      if (input.clientToken().equals(known.clientToken())) {
        if (!input.tableCreationParameters().equals(known.tableCreationParameters())) {
          throw IMPORT_CONFLICT_EXCEPTION.because(
              "There was another import with the same client token");
        }
        return known;
      }
    }
    return null;
  }

  /// Throws an error when there is none of this ARN.
  public ImportTableDescription get(String arn) {
    return transfers.get(arn);
  }

  /// Into a table, or into all, the latest first.
  public List<ImportTableDescription> list(Scope scope, @Nullable String table) {
    return transfers.list(scope, table);
  }

  void end(ImportTableDescription ended) {
    transfers.end(Objects.requireNonNull(ended.importArn()), ended);
  }
}
