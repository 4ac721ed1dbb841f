package brume.dynamodb.operation.table;

import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.GlobalSecondaryIndex;
import brume.model.dynamodb.GlobalSecondaryIndexUpdate;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.SSESpecification;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.CommonError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refuses what tables of AWS can and tables of Brume cannot, with its name, so that nobody relies
/// on what is not there.
final class Lacking {
  private Lacking() {}

  static void check(CreateTableInput input) {
    checkIndexes(input);
    checkEncryption(input.sseSpecification());
    refuse("OnDemandThroughput", input.onDemandThroughput());
    refuse("WarmThroughput", input.warmThroughput());
    refuse("GlobalTableSourceArn", input.globalTableSourceArn());
    refuse("GlobalTableSettingsReplicationMode", input.globalTableSettingsReplicationMode());
  }

  static void check(UpdateTableInput input) {
    checkIndexes(input);
    checkEncryption(input.sseSpecification());
    refuse("OnDemandThroughput", input.onDemandThroughput());
    refuse("WarmThroughput", input.warmThroughput());
    checkReplicas(input);
    refuse("GlobalTableWitnessUpdates", input.globalTableWitnessUpdates());
    refuse("MultiRegionConsistency", input.multiRegionConsistency());
    refuse("GlobalTableSettingsReplicationMode", input.globalTableSettingsReplicationMode());
  }

  private static void checkIndexes(CreateTableInput input) {
    var indexes = input.globalSecondaryIndexes();
    for (var index : indexes == null ? List.<GlobalSecondaryIndex>of() : indexes) {
      refuse("OnDemandThroughput", index.onDemandThroughput());
      refuse("WarmThroughput", index.warmThroughput());
    }
  }

  private static void checkIndexes(UpdateTableInput input) {
    var updates = input.globalSecondaryIndexUpdates();
    for (var each : updates == null ? List.<GlobalSecondaryIndexUpdate>of() : updates) {
      if (each.create() != null) {
        refuse("OnDemandThroughput", each.create().onDemandThroughput());
        refuse("WarmThroughput", each.create().warmThroughput());
      }
      if (each.update() != null) {
        refuse("OnDemandThroughput", each.update().onDemandThroughput());
        refuse("WarmThroughput", each.update().warmThroughput());
      }
    }
  }

  private static void checkReplicas(UpdateTableInput input) {
    var updates = input.replicaUpdates();
    for (var each : updates == null ? List.<ReplicationGroupUpdate>of() : updates) {
      var create = each.create();
      if (create != null) {
        refuse("KMSMasterKeyId", create.kmsMasterKeyId());
        refuse("ProvisionedThroughputOverride", create.provisionedThroughputOverride());
        refuse("OnDemandThroughputOverride", create.onDemandThroughputOverride());
        refuse("GlobalSecondaryIndexes of replicas", create.globalSecondaryIndexes());
      }
      var update = each.update();
      if (update != null) {
        refuse("KMSMasterKeyId", update.kmsMasterKeyId());
        refuse("ProvisionedThroughputOverride", update.provisionedThroughputOverride());
        refuse("OnDemandThroughputOverride", update.onDemandThroughputOverride());
        refuse("GlobalSecondaryIndexes of replicas", update.globalSecondaryIndexes());
      }
    }
  }

  /// Only tables have policies; streams have none.
  static void checkPolicyOf(String arn) {
    if (arn.contains("/stream/")) {
      refuse("resource policies of streams", arn);
    }
  }

  private static void checkEncryption(@Nullable SSESpecification encryption) {
    if (encryption != null && Boolean.TRUE.equals(encryption.enabled())) {
      refuse("SSESpecification", encryption);
    }
  }

  private static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's DynamoDB does not have " + parameter + " yet");
    }
  }
}
