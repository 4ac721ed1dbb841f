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
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The imports into all tables.
public final class Imports {
  static final String KIND = "import";

  private final Store store;
  private final Tables tables;
  private final Underway underway;
  private final Records<ImportTableDescription> records =
      new Records<>("dynamodb.import", ImportTableDescription.SHAPE);

  public Imports(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
    this.underway = new Underway(store, KIND);
  }

  Underway underway() {
    return underway;
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
    underway.admit(name.arn(), call);
    try {
      tables.create(
          table,
          transaction -> {
            records.put(transaction, begun, name.scope(), name.table(), name.id());
            underway.mark(transaction, name.arn());
            return table.definition();
          });
    } catch (RuntimeException e) {
      underway.end(name.arn());
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
    var name =
        TransferName.parse(arn, KIND)
            .orElseThrow(() -> IMPORT_NOT_FOUND_EXCEPTION.because("Import not found: " + arn));
    try (var snapshot = store.snapshot()) {
      var found = records.get(snapshot, name.scope(), name.table(), name.id());
      if (found == null) {
        throw IMPORT_NOT_FOUND_EXCEPTION.because("Import not found: " + arn);
      }
      return found;
    }
  }

  /// Into a table, or into all, the latest first.
  public List<ImportTableDescription> list(Scope scope, @Nullable String table) {
    try (var snapshot = store.snapshot()) {
      var all = table == null ? records.all(snapshot, scope) : records.all(snapshot, scope, table);
      return all.stream()
          .sorted(
              Comparator.comparing(
                      (ImportTableDescription each) -> Objects.requireNonNull(each.startTime()))
                  .reversed())
          .toList();
    }
  }

  void end(ImportTableDescription ended) {
    var arn = Objects.requireNonNull(ended.importArn());
    var name = TransferName.parse(arn, KIND).orElseThrow();
    store.transact(
        Locks.NONE,
        transaction -> {
          records.put(transaction, ended, name.scope(), name.table(), name.id());
          return arn;
        });
    underway.end(arn);
  }
}
