package brume.dynamodb.operation.backup;

import static brume.model.dynamodb.DynamoDbError.BACKUP_IN_USE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.BACKUP_NOT_FOUND_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.INVALID_RESTORE_TIME_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.BackupDescription;
import brume.model.dynamodb.BackupSummary;
import brume.model.dynamodb.ContinuousBackupsDescription;
import brume.model.dynamodb.CreateBackupInput;
import brume.model.dynamodb.DeleteBackupInput;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DescribeBackupInput;
import brume.model.dynamodb.DescribeContinuousBackupsInput;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ListBackupsInput;
import brume.model.dynamodb.PointInTimeRecoverySpecification;
import brume.model.dynamodb.QueryInput;
import brume.model.dynamodb.RestoreTableFromBackupInput;
import brume.model.dynamodb.RestoreTableToPointInTimeInput;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateContinuousBackupsInput;
import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BackupTest {
  private final Local local = new Local();

  private String backup(String table, String name) {
    return local
        .invoke(DynamoDbModel.CREATE_BACKUP, new CreateBackupInput(name, table))
        .backupDetails()
        .backupArn();
  }

  private BackupDescription describe(String arn) {
    return local
        .invoke(DynamoDbModel.DESCRIBE_BACKUP, new DescribeBackupInput(arn))
        .backupDescription();
  }

  private void restore(String arn, String target) {
    local.invoke(
        DynamoDbModel.RESTORE_TABLE_FROM_BACKUP,
        RestoreTableFromBackupInput.builder().backupArn(arn).targetTableName(target).build());
  }

  private TableDescription table(String name) {
    return local.invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput(name)).table();
  }

  private int count(String table) {
    return local.invoke(DynamoDbModel.SCAN, ScanInput.builder().tableName(table).build()).count();
  }

  private static void assertRefused(ErrorCode error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void aBackupIsOfTheMomentItWasAskedFor() {
    local.table("T", "p:S");
    IntStream.range(0, 450).forEach(i -> local.put("T", "p", "k" + i, "n", 1));
    var arn = backup("T", "first");
    assertThat(describe(arn).backupDetails().backupStatus()).isEqualTo("CREATING");
    IntStream.range(0, 450).forEach(i -> local.put("T", "p", "k" + i, "n", 2));
    local.put("T", "p", "late", "n", 2);

    local.work();
    restore(arn, "Restored");
    assertThatThrownBy(() -> count("Restored")).hasMessage("Requested resource not found");
    local.work();

    var details = describe(arn).backupDetails();
    assertThat(details.backupStatus()).isEqualTo("AVAILABLE");
    assertThat(details.backupSizeBytes()).isPositive();
    assertThat(describe(arn).sourceTableDetails().itemCount()).isEqualTo(450);
    assertThat(count("Restored")).isEqualTo(450);
    assertThat(local.get("Restored", "p", "k7")).isEqualTo(Local.stored("p", "k7", "n", 1));
    assertThat(local.get("T", "p", "k7")).isEqualTo(Local.stored("p", "k7", "n", 2));
    var restored = table("Restored");
    assertThat(restored.tableStatus()).isEqualTo("ACTIVE");
    assertThat(restored.restoreSummary().restoreInProgress()).isFalse();
    assertThat(restored.restoreSummary().sourceBackupArn()).isEqualTo(arn);
  }

  @Test
  void aBackupOutlivesItsTableWithItsIndexes() {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .attributeDefinitions(Local.attributes("p:S", "q:S"))
            .globalSecondaryIndexes(Local.global("byQ", "ALL", "q:S"))
            .build());
    local.put("T", "p", "a", "q", "x");
    var arn = backup("T", "last");
    assertRefused(
        RESOURCE_IN_USE_EXCEPTION,
        () -> local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T")));
    local.work();
    local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T"));
    local.work();

    restore(arn, "T");
    assertRefused(
        BACKUP_IN_USE_EXCEPTION,
        () -> local.invoke(DynamoDbModel.DELETE_BACKUP, new DeleteBackupInput(arn)));
    local.work();

    var found =
        local.invoke(
            DynamoDbModel.QUERY,
            QueryInput.builder()
                .tableName("T")
                .indexName("byQ")
                .keyConditionExpression("q = :q")
                .expressionAttributeValues(Map.copyOf(Local.item(":q", "x")))
                .build());
    assertThat(found.items()).containsExactly(Local.item("p", "a", "q", "x"));
  }

  @Test
  void backupsAreListedAndDeleted() {
    local.table("T", "p:S").table("U", "p:S");
    var one = backup("T", "one");
    local.clock.advance(Duration.ofSeconds(1));
    var two = backup("U", "two");
    local.work();

    assertThat(list(ListBackupsInput.builder().build())).containsExactly(one, two);
    assertThat(list(ListBackupsInput.builder().tableName("U").build())).containsExactly(two);
    assertThat(list(ListBackupsInput.builder().limit(1).build())).containsExactly(one);
    assertThat(list(ListBackupsInput.builder().exclusiveStartBackupArn(one).build()))
        .containsExactly(two);
    var from = Local.NOW.plusSeconds(1);
    assertThat(list(ListBackupsInput.builder().timeRangeLowerBound(from).build()))
        .containsExactly(two);

    local.invoke(DynamoDbModel.DELETE_BACKUP, new DeleteBackupInput(one));

    assertRefused(BACKUP_NOT_FOUND_EXCEPTION, () -> describe(one));
    assertRefused(BACKUP_NOT_FOUND_EXCEPTION, () -> restore(one, "V"));
    assertThat(list(ListBackupsInput.builder().build())).containsExactly(two);
  }

  private List<String> list(ListBackupsInput input) {
    return local.invoke(DynamoDbModel.LIST_BACKUPS, input).backupSummaries().stream()
        .map(BackupSummary::backupArn)
        .toList();
  }

  private ContinuousBackupsDescription recover(boolean enabled, Integer days) {
    return local
        .invoke(
            DynamoDbModel.UPDATE_CONTINUOUS_BACKUPS,
            new UpdateContinuousBackupsInput(
                new PointInTimeRecoverySpecification(enabled, days), "T"))
        .continuousBackupsDescription();
  }

  private void restoreTo(Instant at, String target) {
    local.invoke(
        DynamoDbModel.RESTORE_TABLE_TO_POINT_IN_TIME,
        RestoreTableToPointInTimeInput.builder()
            .sourceTableName("T")
            .targetTableName(target)
            .restoreDateTime(at)
            .build());
  }

  @Test
  void aTableIsRestoredToAPointInTime() {
    local.table("T", "p:S");
    local.put("T", "p", "a", "n", 1);
    recover(true, null);
    local.clock.advance(Duration.ofSeconds(10));
    var then = local.clock.instant();
    local.clock.advance(Duration.ofSeconds(10));
    local.put("T", "p", "a", "n", 2);
    local.put("T", "p", "b", "n", 2);

    restoreTo(then, "Then");
    local.invoke(
        DynamoDbModel.RESTORE_TABLE_TO_POINT_IN_TIME,
        RestoreTableToPointInTimeInput.builder()
            .sourceTableName("T")
            .targetTableName("Now")
            .useLatestRestorableTime(true)
            .build());
    local.work();

    assertThat(count("Then")).isEqualTo(1);
    assertThat(local.get("Then", "p", "a")).isEqualTo(Local.stored("p", "a", "n", 1));
    assertThat(count("Now")).isEqualTo(2);
  }

  @Test
  void onlyWithinTheWindow() {
    local.table("T", "p:S");
    assertRefused(POINT_IN_TIME_RECOVERY_UNAVAILABLE_EXCEPTION, () -> restoreTo(Local.NOW, "X"));
    var described = recover(true, 2).pointInTimeRecoveryDescription();
    assertThat(described.pointInTimeRecoveryStatus()).isEqualTo("ENABLED");
    assertThat(described.recoveryPeriodInDays()).isEqualTo(2);
    assertThat(described.earliestRestorableDateTime()).isEqualTo(Local.NOW);
    assertRefused(INVALID_RESTORE_TIME_EXCEPTION, () -> restoreTo(Local.NOW.minusSeconds(1), "X"));
    assertRefused(INVALID_RESTORE_TIME_EXCEPTION, () -> restoreTo(Local.NOW.plusSeconds(1), "X"));
    local.put("T", "p", "a", "n", 1);

    local.clock.advance(Duration.ofDays(3));
    local.work();

    assertRefused(INVALID_RESTORE_TIME_EXCEPTION, () -> restoreTo(Local.NOW.plusSeconds(60), "X"));
    restoreTo(Local.NOW.plus(Duration.ofDays(2)), "X");
    local.work();
    assertThat(count("X")).isEqualTo(1);
    assertThat(recover(false, null).pointInTimeRecoveryDescription().pointInTimeRecoveryStatus())
        .isEqualTo("DISABLED");
    var after =
        local.invoke(
            DynamoDbModel.DESCRIBE_CONTINUOUS_BACKUPS, new DescribeContinuousBackupsInput("T"));
    assertThat(after.continuousBackupsDescription().continuousBackupsStatus()).isEqualTo("ENABLED");
  }

  @Test
  void whatIsNotNeededIsNotKept() {
    local.table("T", "p:S");
    long before = entries();
    recover(true, 1);
    local.put("T", "p", "a", "n", 1);
    local.put("T", "p", "a", "n", 2);
    local.clock.advance(Duration.ofDays(2));
    local.work();
    local.put("T", "p", "a", "n", 3);
    recover(false, null);

    local.work();
    local.work();

    assertThat(entries()).isEqualTo(before + 1);
  }

  /// All that the store holds.
  private long entries() {
    long count = 0;
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(new brume.store.KeyRange(new byte[0], new byte[0]))) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }
}
