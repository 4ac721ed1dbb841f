package brume.iam.data;

import static brume.model.iam.IamError.DELETE_CONFLICT_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.iam.entity.EntityType;
import brume.iam.entity.Tags;
import brume.model.iam.Policy;
import brume.model.iam.PolicyVersion;
import brume.model.iam.Tag;
import brume.shape.ServiceException;
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
  private final Accounts accounts;
  private final Entities<Policy> own;
  private final PolicyVersions versions = new PolicyVersions();

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

  static ServiceException notFound(String arn) {
    return EntityKind.POLICY.notFound(arn);
  }

  @Nullable Policy find(Reader reader, Scope scope, String arn) {
    var aws = AwsManagedPolicies.find(arn);
    if (aws != null) {
      return aws.policy();
    }
    var found = own.find(reader, scope, Entities.nameOf(arn));
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
          versions.add(transaction, global, policy, document, policy.createDate());
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
          var version = versions.add(transaction, global, policy, document, now);
          var changed = policy.toBuilder().updateDate(now);
          if (asDefault) {
            changed.defaultVersionId(version.versionId());
          }
          own.replace(transaction, global, policy, changed.build());
          return version.toBuilder().isDefaultVersion(asDefault).build();
        });
  }

  public void setDefault(Scope scope, String arn, String versionId, Instant now) {
    changeOwn(
        scope,
        arn,
        (transaction, policy) -> {
          var global = Accounts.scope(scope.account());
          versions.get(transaction, global, policy, versionId);
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
          var version = versions.get(transaction, global, policy, versionId);
          if (versionId.equals(policy.defaultVersionId())) {
            throw DELETE_CONFLICT_EXCEPTION.because(
                "Cannot delete the default version of a policy.");
          }
          versions.delete(transaction, global, policy, versionId);
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
          if (versions.of(transaction, global, policy).size() > 1) {
            throw DELETE_CONFLICT_EXCEPTION.because(
                "This policy has more than one version. Before you delete a policy, you must"
                    + " delete the policy's versions. The default version is deleted with the"
                    + " policy.");
          }
          own.remove(transaction, global, policy);
          var last = Objects.requireNonNull(policy.defaultVersionId());
          versions.delete(transaction, global, policy, last);
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
        scope,
        (reader, global) -> versions.get(reader, global, get(reader, global, arn), versionId));
  }

  public List<PolicyVersion> versions(Scope scope, String arn) {
    return accounts.read(
        scope, (reader, global) -> versions.of(reader, global, get(reader, global, arn)));
  }

  /// The document of a policy that is in force; null when there is no such policy.
  public @Nullable String document(Scope scope, String arn) {
    try (var snapshot = accounts.snapshot()) {
      var global = Accounts.scope(scope.account());
      var policy = find(snapshot, global, arn);
      return policy == null ? null : document(snapshot, global, policy);
    }
  }

  /// The document that is in force.
  public String document(Reader reader, Scope scope, Policy policy) {
    var current = Objects.requireNonNull(policy.defaultVersionId());
    return Objects.requireNonNull(versions.get(reader, scope, policy, current).document());
  }

  private <R> R changeOwn(Scope scope, String arn, BiFunction<Transaction, Policy, R> change) {
    return accounts.change(
        scope,
        (transaction, global) -> {
          var policy = own.find(transaction, global, Entities.nameOf(arn));
          if (policy == null || !arn.equals(policy.arn())) {
            throw notFound(arn);
          }
          return change.apply(transaction, policy);
        });
  }
}
