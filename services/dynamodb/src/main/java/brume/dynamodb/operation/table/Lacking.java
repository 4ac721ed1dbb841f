package brume.dynamodb.operation.table;

import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.SSESpecification;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.CommonError;
import org.jspecify.annotations.Nullable;

/// Refuses what tables of AWS can and tables of Brume cannot, with its name, so that nobody relies
/// on what is not there.
final class Lacking {
  private Lacking() {}

  static void check(CreateTableInput input) {
    checkEncryption(input.sseSpecification());
    refuse("OnDemandThroughput", input.onDemandThroughput());
    refuse("WarmThroughput", input.warmThroughput());
    refuse("GlobalTableSourceArn", input.globalTableSourceArn());
    refuse("GlobalTableSettingsReplicationMode", input.globalTableSettingsReplicationMode());
  }

  static void check(UpdateTableInput input) {
    checkEncryption(input.sseSpecification());
    refuse("OnDemandThroughput", input.onDemandThroughput());
    refuse("WarmThroughput", input.warmThroughput());
    refuse("ReplicaUpdates", input.replicaUpdates());
    refuse("GlobalTableWitnessUpdates", input.globalTableWitnessUpdates());
    refuse("MultiRegionConsistency", input.multiRegionConsistency());
    refuse("GlobalTableSettingsReplicationMode", input.globalTableSettingsReplicationMode());
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
