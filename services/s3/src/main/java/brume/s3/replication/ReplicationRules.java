package brume.s3.replication;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_REQUEST;
import static brume.model.s3.S3Error.MALFORMED_XML;

import brume.base.Arn;
import brume.base.Ids;
import brume.model.s3.Destination;
import brume.model.s3.ReplicationConfiguration;
import brume.model.s3.ReplicationRule;
import brume.s3.refusal.Lacking;
import java.util.HashSet;
import java.util.List;

/// What a replication configuration may be.
///
/// Source: Amazon S3 User Guide, "Replication configuration file elements".
public final class ReplicationRules {
  static final int MAX_RULES = 1000;

  /// In characters.
  static final int MAX_ID = 255;

  private static final String SCHEMA =
      " must be specified for this version of Cross Region Replication configuration schema. Please"
          + " refer to S3 Developer Guide for more information.";

  private ReplicationRules() {}

  /// The configuration with an id for each of its rules.
  public static ReplicationConfiguration named(ReplicationConfiguration given, Ids ids) {
    return given.toBuilder()
        .rules(
            given.rules().stream()
                .map(
                    rule ->
                        rule.id() == null || rule.id().isEmpty()
                            ? rule.toBuilder().id(ids.uuid().toString()).build()
                            : rule)
                .toList())
        .build();
  }

  /// @param configuration with ids
  public static void check(String bucket, ReplicationConfiguration configuration) {
    var role = Arn.parse(configuration.role());
    if (role.isEmpty() || !role.get().service().equals("iam")) {
      throw INVALID_ARGUMENT.because("Invalid role ARN in the replication configuration");
    }
    var rules = configuration.rules();
    if (rules.isEmpty() || rules.size() > MAX_RULES) {
      throw MALFORMED_XML.because(
          "The XML you provided was not well-formed or did not validate against our published"
              + " schema");
    }
    checkApart(rules);
    rules.forEach(rule -> check(bucket, rule));
  }

  private static void checkApart(List<ReplicationRule> rules) {
    var ids = new HashSet<String>();
    var priorities = new HashSet<List<Object>>();
    for (var rule : rules) {
      var id = String.valueOf(rule.id());
      if (id.length() > MAX_ID) {
        throw INVALID_ARGUMENT.because("ID length should not exceed allowed limit of 255");
      }
      if (!ids.add(id)) {
        throw INVALID_ARGUMENT.because(
            "Rule ID must be unique. Found same ID for more than one rule");
      }
      var priority = rule.priority();
      if (priority != null && !priorities.add(List.of(rule.destination().bucket(), priority))) {
        throw INVALID_REQUEST.because("Found duplicate priority value: " + priority);
      }
    }
  }

  private static void check(String bucket, ReplicationRule rule) {
    refuse(rule);
    if (rule.filter() != null) {
      checkFiltered(rule);
    }
    var destination = Arn.parse(rule.destination().bucket());
    if (destination.isEmpty() || !destination.get().service().equals("s3")) {
      throw INVALID_ARGUMENT.because("Invalid bucket ARN");
    }
    if (destination.get().resource().equals(bucket)) {
      throw INVALID_REQUEST.because("Destination bucket cannot be the same as the source bucket.");
    }
  }

  private static void checkFiltered(ReplicationRule rule) {
    var markers = rule.deleteMarkerReplication();
    if (rule.prefix() != null) {
      throw INVALID_REQUEST.because("Filter and Prefix cannot both be specified in a rule");
    }
    if (rule.priority() == null) {
      throw INVALID_REQUEST.because("Priority" + SCHEMA);
    }
    if (markers == null) {
      throw INVALID_REQUEST.because("DeleteMarkerReplication" + SCHEMA);
    }
    if ("Enabled".equals(markers.status()) && !RuleFilter.of(rule).tags().isEmpty()) {
      throw INVALID_REQUEST.because(
          "Delete marker replication is not supported if any Tag filter is specified. Please refer"
              + " to S3 Developer Guide for more information.");
    }
  }

  private static void refuse(ReplicationRule rule) {
    var existing = rule.existingObjectReplication();
    if (existing != null && existing.status().equals("Enabled")) {
      throw Lacking.of("ExistingObjectReplication");
    }
    var selection = rule.sourceSelectionCriteria();
    if (selection != null) {
      var modifications = selection.replicaModifications();
      if (modifications != null && modifications.status().equals("Enabled")) {
        throw Lacking.of("ReplicaModifications");
      }
      var encrypted = selection.sseKmsEncryptedObjects();
      if (encrypted != null && encrypted.status().equals("Enabled")) {
        throw Lacking.of("SseKmsEncryptedObjects");
      }
    }
    refuse(rule.destination());
  }

  private static void refuse(Destination destination) {
    if (destination.encryptionConfiguration() != null) {
      throw Lacking.of("the EncryptionConfiguration of replicas");
    }
    var time = destination.replicationTime();
    if (time != null && time.status().equals("Enabled")) {
      throw Lacking.of("ReplicationTime");
    }
    var metrics = destination.metrics();
    if (metrics != null && metrics.status().equals("Enabled")) {
      throw Lacking.of("the Metrics of replication");
    }
    var storageClass = destination.storageClass();
    if (storageClass != null && !storageClass.equals("STANDARD")) {
      throw Lacking.of("the storage class " + storageClass + " of replicas");
    }
  }
}
