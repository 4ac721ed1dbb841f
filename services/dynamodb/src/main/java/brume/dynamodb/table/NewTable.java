package brume.dynamodb.table;

import brume.base.Scope;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.GlobalSecondaryIndexDescription;
import brume.model.dynamodb.LocalSecondaryIndex;
import brume.model.dynamodb.LocalSecondaryIndexDescription;
import brume.model.dynamodb.TableClassSummary;
import brume.model.dynamodb.TableDescription;
import java.time.Instant;
import java.util.UUID;

/// Describes a table that is to be made. It is active at once: nothing has to be prepared.
public final class NewTable {
  private NewTable() {}

  /// Throws a validation error when the definition breaks a rule.
  public static TableDescription describe(
      CreateTableInput input, Scope scope, UUID id, Instant now) {
    TableRules.check(input);
    var billing = Billing.of(input.billingMode(), input.provisionedThroughput());
    var arn = Table.arn(scope, input.tableName()).toString();
    var description =
        TableDescription.builder()
            .attributeDefinitions(input.attributeDefinitions())
            .billingModeSummary(billing.summary(now))
            .creationDateTime(now)
            .deletionProtectionEnabled(Boolean.TRUE.equals(input.deletionProtectionEnabled()))
            .keySchema(input.keySchema())
            .provisionedThroughput(billing.throughput())
            .tableArn(arn)
            .tableId(id.toString())
            .tableName(input.tableName())
            .tableStatus("ACTIVE");
    if (input.tableClass() != null) {
      description.tableClassSummary(
          TableClassSummary.builder().tableClass(input.tableClass()).build());
    }
    var global = input.globalSecondaryIndexes();
    if (global != null) {
      description.globalSecondaryIndexes(global.stream().map(index -> of(index, arn)).toList());
    }
    var local = input.localSecondaryIndexes();
    if (local != null) {
      description.localSecondaryIndexes(local.stream().map(index -> of(index, arn)).toList());
    }
    return description.build();
  }

  static GlobalSecondaryIndexDescription of(GlobalSecondaryIndex index, String table) {
    return GlobalSecondaryIndexDescription.builder()
        .indexArn(table + "/index/" + index.indexName())
        .indexName(index.indexName())
        .indexStatus("ACTIVE")
        .keySchema(index.keySchema())
        .projection(index.projection())
        .provisionedThroughput(Billing.throughput(index.provisionedThroughput()))
        .build();
  }

  private static LocalSecondaryIndexDescription of(LocalSecondaryIndex index, String table) {
    return LocalSecondaryIndexDescription.builder()
        .indexArn(table + "/index/" + index.indexName())
        .indexName(index.indexName())
        .keySchema(index.keySchema())
        .projection(index.projection())
        .build();
  }
}
