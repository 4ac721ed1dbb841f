package brume.iam.data;

import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityType;
import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import brume.service.record.Records;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The versions of managed policies, numbered for ever: a number that was deleted does not return.
final class PolicyVersions {
  /// Of one policy. Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_VERSIONS = 5;

  private final Records<PolicyVersion> records =
      new Records<>("iam.policy-version", PolicyVersion.SHAPE);

  PolicyVersion add(
      Transaction transaction,
      Scope scope,
      Policy policy,
      String document,
      @Nullable Instant created) {
    if (of(transaction, scope, policy).size() >= MAX_VERSIONS) {
      throw LIMIT_EXCEEDED_EXCEPTION.because(
          "A managed policy can have up to "
              + MAX_VERSIONS
              + " versions. Before you create a new version, you must delete an existing version.");
    }
    var id = id(policy);
    var last = Key.of(scope.account(), scope.region(), "iam.last-version", id);
    var versionId = "v" + new Counter(last).add(transaction, 1);
    var version = new PolicyVersion(created, document, null, versionId);
    records.put(transaction, version, scope, id, padded(versionId));
    return version;
  }

  void delete(Transaction transaction, Scope scope, Policy policy, String versionId) {
    records.delete(transaction, scope, id(policy), padded(versionId));
  }

  PolicyVersion get(Reader reader, Scope scope, Policy policy, String versionId) {
    return of(reader, scope, policy).stream()
        .filter(each -> versionId.equals(each.versionId()))
        .findFirst()
        .orElseThrow(
            () ->
                NO_SUCH_ENTITY_EXCEPTION.because(
                    "Policy %s version %s does not exist or is not attachable."
                        .formatted(policy.arn(), versionId)));
  }

  /// The oldest first.
  List<PolicyVersion> of(Reader reader, Scope scope, Policy policy) {
    var aws = AwsManagedPolicies.find(Objects.requireNonNull(policy.arn()));
    if (aws != null) {
      return List.of(aws.version());
    }
    var inForce = policy.defaultVersionId();
    return records.all(reader, scope, id(policy)).stream()
        .map(
            each ->
                each.toBuilder()
                    .isDefaultVersion(Objects.equals(each.versionId(), inForce))
                    .build())
        .toList();
  }

  private static String id(Policy policy) {
    return EntityType.POLICY.of(policy).id();
  }

  /// So that `v10` lies behind `v9`.
  private static String padded(String versionId) {
    return "%19s".formatted(versionId.substring(1));
  }
}
