package brume.dynamodb.backup;

import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.NewTable;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.BillingModeSummary;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.LocalSecondaryIndexDescription;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.RestoreSummary;
import brume.model.dynamodb.TableDescription;
import brume.service.Call;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Begins a table that is to be like another was, and is filled by [Copying].
public final class Restoration {
  private final Tables tables;
  private final Backups backups;

  public Restoration(Tables tables, Backups backups) {
    this.tables = tables;
    this.backups = backups;
  }

  /// What shall be other than it was; null for what shall not.
  public record Overrides(
      @Nullable String billingMode,
      @Nullable List<GlobalSecondaryIndex> globalIndexes,
      @Nullable List<LocalSecondaryIndex> localIndexes,
      @Nullable ProvisionedThroughput throughput) {}

  /// A table like that of a backup.
  public TableDescription of(Call call, String backup, String target, Overrides overrides) {
    var name = Backups.name(backup);
    var details = Backups.details(backups.get(backup));
    if (!Backups.AVAILABLE.equals(details.backupStatus())) {
      throw brume.model.dynamodb.DynamoDbError.BACKUP_IN_USE_EXCEPTION.because(
          "Backup is being created: " + backup);
    }
    var source = backups.source(name);
    var summary =
        RestoreSummary.builder()
            .restoreDateTime(details.backupCreationDateTime())
            .restoreInProgress(true)
            .sourceBackupArn(backup)
            .sourceTableArn(source.tableArn())
            .build();
    var id = call.ids().hex(16);
    var copy = Copy.ofBackup(call.scope(), id, backup, target);
    return begin(call, source, target, overrides, summary, copy);
  }

  /// A table like another was at `at`, whose history is kept since before.
  public TableDescription of(
      Call call, Table source, Instant at, String target, Overrides overrides) {
    var summary =
        RestoreSummary.builder()
            .restoreDateTime(at)
            .restoreInProgress(true)
            .sourceTableArn(source.description().tableArn())
            .build();
    var copy = Copy.toTable(call.scope(), call.ids().hex(16), source.name(), at, target);
    return begin(call, source.description(), target, overrides, summary, copy);
  }

  private TableDescription begin(
      Call call,
      TableDescription source,
      String target,
      Overrides overrides,
      RestoreSummary summary,
      Copy copy) {
    var input = input(source, target, overrides);
    Scope scope = call.scope();
    var described =
        NewTable.describe(input, scope, call.ids().uuid(), call.now()).toBuilder()
            .tableStatus(Backups.CREATING)
            .restoreSummary(summary)
            .build();
    var table = Table.of(scope, Definition.of(described));
    return tables
        .create(
            table,
            transaction -> {
              copy.put(transaction);
              return table.definition();
            })
        .description();
  }

  private static CreateTableInput input(
      TableDescription source, String target, Overrides overrides) {
    BillingModeSummary billed = source.billingModeSummary();
    var mode =
        overrides.billingMode() != null
            ? overrides.billingMode()
            : billed == null ? "PROVISIONED" : billed.billingMode();
    boolean hasUnits = "PROVISIONED".equals(mode);
    var units =
        overrides.throughput() != null
            ? overrides.throughput()
            : SourceDetails.units(source.provisionedThroughput());
    var global =
        overrides.globalIndexes() != null
            ? overrides.globalIndexes()
            : SourceDetails.orNone(source.globalSecondaryIndexes()).stream()
                .map(index -> global(index, hasUnits))
                .toList();
    var local =
        overrides.localIndexes() != null
            ? overrides.localIndexes()
            : SourceDetails.orNone(source.localSecondaryIndexes()).stream()
                .map(Restoration::local)
                .toList();
    var used = new java.util.HashSet<String>();
    SourceDetails.orNone(source.keySchema()).forEach(key -> used.add(key.attributeName()));
    global.forEach(index -> index.keySchema().forEach(key -> used.add(key.attributeName())));
    local.forEach(index -> index.keySchema().forEach(key -> used.add(key.attributeName())));
    return CreateTableInput.builder()
        .tableName(target)
        .attributeDefinitions(
            SourceDetails.orNone(source.attributeDefinitions()).stream()
                .filter(attribute -> used.contains(attribute.attributeName()))
                .toList())
        .keySchema(source.keySchema())
        .billingMode(mode)
        .provisionedThroughput(hasUnits ? units : null)
        .globalSecondaryIndexes(global.isEmpty() ? null : global)
        .localSecondaryIndexes(local.isEmpty() ? null : local)
        .build();
  }

  private static GlobalSecondaryIndex global(
      GlobalSecondaryIndexDescription index, boolean hasUnits) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.indexName())
        .keySchema(index.keySchema())
        .projection(index.projection())
        .provisionedThroughput(hasUnits ? SourceDetails.units(index.provisionedThroughput()) : null)
        .build();
  }

  private static LocalSecondaryIndex local(LocalSecondaryIndexDescription index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.indexName())
        .keySchema(index.keySchema())
        .projection(index.projection())
        .build();
  }

  /// The description of a table that is filled.
  static TableDescription finished(TableDescription table) {
    var summary = table.restoreSummary();
    return table.toBuilder()
        .tableStatus("ACTIVE")
        .restoreSummary(
            summary == null ? null : summary.toBuilder().restoreInProgress(false).build())
        .build();
  }
}
