package brume.iam.data;

import static brume.model.iam.IamError.DELETE_CONFLICT_EXCEPTION;
import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.iam.entity.EntityType;
import brume.iam.entity.Tags;
import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import brume.model.iam.Tag;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Managed policies and their versions: an account's own, and AWS's.
public final class ManagedPolicies {
  /// Of one policy. Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_VERSIONS = 5;

  private final Accounts accounts;
  private final Entities<Policy> own;
  private final Records<PolicyVersion> versions =
      new Records<>("iam.policy-version", PolicyVersion.SHAPE);

  private final Links attached;
  private final Links boundaries;

  ManagedPolicies(Accounts accounts, Entities<Policy> own, Links attached, Links boundaries) {
    this.accounts = accounts;
    this.own = own;
    this.attached = attached;
    this.boundaries = boundaries;
  }

  /// The account's own ones.
  public Entities<Policy> own() {
    return own;
  }

  public static String nameOf(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  static ServiceException notFound(String arn) {
    return EntityKind.POLICY.notFound(arn);
  }

  @Nullable Policy find(Reader reader, Scope scope, String arn) {
    var aws = AwsManagedPolicies.find(arn);
    if (aws != null) {
      return aws.policy();
    }
    var found = own.find(reader, scope, nameOf(arn));
    return found != null && arn.equals(found.arn()) ? found : null;
  }

  Policy get(Reader reader, Scope scope, String arn) {
    var found = find(reader, scope, arn);
    if (found == null) {
      throw notFound(arn);
    }
    return found;
  }

  public Policy create(Scope scope, Policy policy, String document) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          own.add(transaction, global, policy);
          addVersion(transaction, global, policy, document, policy.createDate(), true);
          return policy;
        });
  }

  public PolicyVersion createVersion(
      Scope scope, String arn, String document, Instant now, boolean asDefault) {
    return changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var global = Accounts.scope(scope.account());
          if (versions(transaction, global, policy).size() >= MAX_VERSIONS) {
            throw LIMIT_EXCEEDED_EXCEPTION.because(
                "A managed policy can have up to "
                    + MAX_VERSIONS
                    + " versions. Before you create a new version, you must delete an existing"
                    + " version.");
          }
          var version = addVersion(transaction, global, policy, document, now, asDefault);
          var changed = policy.toBuilder().updateDate(now);
          if (asDefault) {
            changed.defaultVersionId(version.versionId());
          }
          own.replace(transaction, global, policy, changed.build());
          return version.toBuilder().isDefaultVersion(asDefault).build();
        });
  }

  private PolicyVersion addVersion(
      Transaction transaction,
      Scope scope,
      Policy policy,
      String document,
      @Nullable Instant now,
      boolean asDefault) {
    var id = Objects.requireNonNull(policy.policyId());
    var number =
        new Counter(Key.of(scope.account(), scope.region(), "iam.last-version", id))
            .add(transaction, 1);
    var version = new PolicyVersion(now, document, asDefault, "v" + number);
    versions.put(transaction, version, scope, id, padded("v" + number));
    return version;
  }

  public void setDefault(Scope scope, String arn, String versionId, Instant now) {
    changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var global = Accounts.scope(scope.account());
          version(transaction, global, policy, versionId);
          var changed = policy.toBuilder().defaultVersionId(versionId).updateDate(now).build();
          return own.replace(transaction, global, policy, changed);
        });
  }

  public void deleteVersion(Scope scope, String arn, String versionId) {
    changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var global = Accounts.scope(scope.account());
          var version = version(transaction, global, policy, versionId);
          if (versionId.equals(policy.defaultVersionId())) {
            throw DELETE_CONFLICT_EXCEPTION.because(
                "Cannot delete the default version of a policy.");
          }
          versions.delete(transaction, global, id(policy), padded(versionId));
          return version;
        });
  }

  /// Refuses while anything has the policy, or while it has versions beside the default one.
  public void delete(Scope scope, String arn) {
    changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var global = Accounts.scope(scope.account());
          if (!attached.to(transaction, global, arn).isEmpty()
              || !boundaries.to(transaction, global, arn).isEmpty()) {
            throw DELETE_CONFLICT_EXCEPTION.because("Cannot delete a policy attached to entities.");
          }
          if (versions(transaction, global, policy).size() > 1) {
            throw DELETE_CONFLICT_EXCEPTION.because(
                "This policy has more than one version. Before you delete a policy, you must"
                    + " delete the policy's versions. The default version is deleted with the"
                    + " policy.");
          }
          own.remove(transaction, global, policy);
          var last = Objects.requireNonNull(policy.defaultVersionId());
          versions.delete(transaction, global, id(policy), padded(last));
          return policy;
        });
  }

  public void tag(Scope scope, String arn, List<Tag> more) {
    retag(scope, arn, tags -> Tags.merge(tags, more));
  }

  public void untag(Scope scope, String arn, List<String> keys) {
    retag(scope, arn, tags -> Tags.without(tags, keys));
  }

  private void retag(Scope scope, String arn, UnaryOperator<List<Tag>> change) {
    changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var tags = change.apply(EntityType.POLICY.tagsOf(policy));
          return own.replace(transaction, scope, policy, policy.toBuilder().tags(tags).build());
        });
  }

  public PolicyVersion version(Scope scope, String arn, String versionId) {
    return accounts.read(
        scope, (reader, global) -> version(reader, global, get(reader, global, arn), versionId));
  }

  public List<PolicyVersion> versions(Scope scope, String arn) {
    return accounts.read(
        scope, (reader, global) -> versions(reader, global, get(reader, global, arn)));
  }

  /// The document that is in force.
  public String document(Reader reader, Scope scope, Policy policy) {
    var current = Objects.requireNonNull(policy.defaultVersionId());
    return Objects.requireNonNull(version(reader, scope, policy, current).document());
  }

  private PolicyVersion version(Reader reader, Scope scope, Policy policy, String versionId) {
    return versions(reader, scope, policy).stream()
        .filter(each -> versionId.equals(each.versionId()))
        .findFirst()
        .orElseThrow(
            () ->
                NO_SUCH_ENTITY_EXCEPTION.because(
                    "Policy %s version %s does not exist or is not attachable."
                        .formatted(policy.arn(), versionId)));
  }

  private List<PolicyVersion> versions(Reader reader, Scope scope, Policy policy) {
    var aws = AwsManagedPolicies.find(Objects.requireNonNull(policy.arn()));
    if (aws != null) {
      return List.of(aws.version());
    }
    return versions.all(reader, scope, id(policy)).stream()
        .map(
            each ->
                each.toBuilder()
                    .isDefaultVersion(Objects.equals(each.versionId(), policy.defaultVersionId()))
                    .build())
        .toList();
  }

  private <R> R changeOwn(Scope scope, String arn, BiFunction<Transaction, Policy, R> change) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          var policy = own.find(transaction, global, nameOf(arn));
          if (policy == null || !arn.equals(policy.arn())) {
            throw notFound(arn);
          }
          return change.apply(transaction, policy);
        });
  }

  private static String id(Policy policy) {
    return EntityType.POLICY.of(policy).id();
  }

  /// So that `v10` lies behind `v9`.
  private static String padded(String versionId) {
    return "%19s".formatted(versionId.substring(1));
  }
}
