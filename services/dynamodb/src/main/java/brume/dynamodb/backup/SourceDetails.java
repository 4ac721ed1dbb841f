package brume.dynamodb.backup;

import brume.dynamodb.table.Table;
import brume.model.dynamodb.BackupDescription;
import brume.model.dynamodb.BackupDetails;
import brume.model.dynamodb.GlobalSecondaryIndexInfo;
import brume.model.dynamodb.LocalSecondaryIndexInfo;
import brume.model.dynamodb.ProvisionedThroughput;
import brume.model.dynamodb.ProvisionedThroughputDescription;
import brume.model.dynamodb.SourceTableDetails;
import brume.model.dynamodb.SourceTableFeatureDetails;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.TimeToLiveDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup tells of its table.
final class SourceDetails {
  private SourceDetails() {}

  static BackupDescription describe(Table table, BackupDetails details) {
    var source = table.description();
    return BackupDescription.builder()
        .backupDetails(details)
        .sourceTableDetails(
            SourceTableDetails.builder()
                .billingMode(
                    source.billingModeSummary() == null ? "PROVISIONED" : "PAY_PER_REQUEST")
                .keySchema(source.keySchema())
                .provisionedThroughput(units(source.provisionedThroughput()))
                .tableArn(source.tableArn())
                .tableCreationDateTime(source.creationDateTime())
                .tableId(source.tableId())
                .tableName(source.tableName())
                .itemCount(0L)
                .tableSizeBytes(0L)
                .build())
        .sourceTableFeatureDetails(features(table, source))
        .build();
  }

  private static SourceTableFeatureDetails features(Table table, TableDescription source) {
    var global = source.globalSecondaryIndexes();
    var local = source.localSecondaryIndexes();
    var expiry = table.definition().expiry();
    return SourceTableFeatureDetails.builder()
        .globalSecondaryIndexes(
            global == null
                ? null
                : global.stream()
                    .map(
                        index ->
                            GlobalSecondaryIndexInfo.builder()
                                .indexName(index.indexName())
                                .keySchema(index.keySchema())
                                .projection(index.projection())
                                .provisionedThroughput(units(index.provisionedThroughput()))
                                .build())
                    .toList())
        .localSecondaryIndexes(
            local == null
                ? null
                : local.stream()
                    .map(
                        index ->
                            LocalSecondaryIndexInfo.builder()
                                .indexName(index.indexName())
                                .keySchema(index.keySchema())
                                .projection(index.projection())
                                .build())
                    .toList())
        .streamDescription(source.streamSpecification())
        .timeToLiveDescription(
            expiry == null ? null : new TimeToLiveDescription(expiry.attribute(), "ENABLED"))
        .build();
  }

  static ProvisionedThroughput units(@Nullable ProvisionedThroughputDescription units) {
    return new ProvisionedThroughput(
        units == null || units.readCapacityUnits() == null ? 0 : units.readCapacityUnits(),
        units == null || units.writeCapacityUnits() == null ? 0 : units.writeCapacityUnits());
  }

  /// Without any, for a list that the model wants.
  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
