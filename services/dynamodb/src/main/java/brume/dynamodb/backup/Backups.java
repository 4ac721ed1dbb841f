package brume.dynamodb.backup;

import static brume.model.dynamodb.DynamoDbError.BACKUP_IN_USE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.BACKUP_NOT_FOUND_EXCEPTION;

import brume.base.Ids;
import brume.base.Scope;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.past.Forgetting;
import brume.dynamodb.table.History;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.BackupDescription;
import brume.model.dynamodb.BackupDetails;
import brume.model.dynamodb.TableDescription;
import brume.service.record.Records;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The backups of all accounts and regions.
public final class Backups {
  static final String CREATING = "CREATING";
  static final String AVAILABLE = "AVAILABLE";

  private final Store store;
  private final Tables tables;
  private final Records<BackupDescription> descriptions =
      new Records<>("dynamodb.backup", BackupDescription.SHAPE);

  /// What each backup's table was, for those who make another like it.
  private final Records<TableDescription> sources =
      new Records<>("dynamodb.backup.table", TableDescription.SHAPE);

  public Backups(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  /// Throws an error when there is none of this ARN.
  public BackupDescription get(String arn) {
    try (var snapshot = store.snapshot()) {
      var name = name(arn);
      var found = descriptions.get(snapshot, name.scope(), name.table(), name.id());
      if (found == null) {
        throw notFound(arn);
      }
      return found;
    }
  }

  /// The table of which the backup is, as it was.
  TableDescription source(BackupName name) {
    try (var snapshot = store.snapshot()) {
      return Objects.requireNonNull(sources.get(snapshot, name.scope(), name.table(), name.id()));
    }
  }

  static BackupName name(String arn) {
    return BackupName.parse(arn).orElseThrow(() -> notFound(arn));
  }

  private static brume.shape.ServiceException notFound(String arn) {
    return BACKUP_NOT_FOUND_EXCEPTION.because("Backup not found: " + arn);
  }

  /// Of a table, or of all, the earliest first.
  public List<BackupDescription> list(Scope scope, @Nullable String table) {
    try (var snapshot = store.snapshot()) {
      var all =
          table == null
              ? descriptions.all(snapshot, scope)
              : descriptions.all(snapshot, scope, table);
      return all.stream()
          .sorted(Comparator.comparing((BackupDescription each) -> id(each)))
          .toList();
    }
  }

  private static String id(BackupDescription backup) {
    return name(Objects.requireNonNull(details(backup).backupArn())).id();
  }

  /// Begins a backup of the table as it is at this moment.
  public BackupDetails begin(Table table, String backupName, Instant now, Ids ids) {
    var name = BackupName.of(table.scope(), table.name(), now, ids);
    var details =
        BackupDetails.builder()
            .backupArn(name.arn())
            .backupCreationDateTime(now)
            .backupName(backupName)
            .backupSizeBytes(0L)
            .backupStatus(CREATING)
            .backupType("USER")
            .build();
    var place = ids.hex(16);
    tables.changeAlone(
        table,
        (transaction, current) -> {
          descriptions.put(
              transaction,
              SourceDetails.describe(current, details),
              name.scope(),
              name.table(),
              name.id());
          sources.put(transaction, current.description(), name.scope(), name.table(), name.id());
          Copy.toBackup(name, now).put(transaction);
          Forgetting.add(transaction, current);
          var history = current.definition().history();
          return current
              .definition()
              .with((history == null ? History.at(place) : history).withCopy(name.id(), now));
        });
    return details;
  }

  /// Marks a backup as complete.
  ///
  /// @param held what is in it
  void finish(BackupName name, Statistics.Size held) {
    store.transact(
        Locks.of(descriptions.key(name.scope(), name.table(), name.id())),
        transaction -> {
          var found = descriptions.get(transaction, name.scope(), name.table(), name.id());
          if (found != null) {
            var changed =
                found.toBuilder()
                    .backupDetails(
                        details(found).toBuilder()
                            .backupStatus(AVAILABLE)
                            .backupSizeBytes(held.bytes())
                            .build())
                    .sourceTableDetails(
                        Objects.requireNonNull(found.sourceTableDetails()).toBuilder()
                            .itemCount(held.items())
                            .tableSizeBytes(held.bytes())
                            .build())
                    .build();
            descriptions.put(transaction, changed, name.scope(), name.table(), name.id());
          }
          return name;
        });
  }

  /// Deletes a backup. The items are cleared away afterwards.
  public BackupDescription delete(String arn) {
    var name = name(arn);
    return store.transact(
        Locks.of(descriptions.key(name.scope(), name.table(), name.id())),
        transaction -> {
          var found = descriptions.get(transaction, name.scope(), name.table(), name.id());
          if (found == null) {
            throw notFound(arn);
          }
          if (CREATING.equals(details(found).backupStatus())) {
            throw BACKUP_IN_USE_EXCEPTION.because("Backup is being created: " + arn);
          }
          if (isRead(transaction, arn)) {
            throw BACKUP_IN_USE_EXCEPTION.because("A table is being made of the backup: " + arn);
          }
          descriptions.delete(transaction, name.scope(), name.table(), name.id());
          sources.delete(transaction, name.scope(), name.table(), name.id());
          Leftovers.add(transaction, name.items());
          return found.toBuilder()
              .backupDetails(details(found).toBuilder().backupStatus("DELETED").build())
              .build();
        });
  }

  private static boolean isRead(Reader reader, String arn) {
    try (var cursor = reader.scan(Copy.ROOT.children())) {
      while (cursor.next()) {
        var copy = Copy.read(cursor.value());
        if (copy.target() != null && arn.equals(copy.backup())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether there still is one of this ARN.
  boolean has(String arn) {
    var name = name(arn);
    try (var snapshot = store.snapshot()) {
      return descriptions.has(snapshot, name.scope(), name.table(), name.id());
    }
  }

  public static BackupDetails details(BackupDescription backup) {
    return Objects.requireNonNull(backup.backupDetails());
  }
}
