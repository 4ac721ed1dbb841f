package brume.iam.data;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.model.iam.Policy;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which managed policies users, groups and roles have, as permissions and as boundaries.
public final class Attachments {
  /// Of one entity. Source: IAM User Guide, "IAM and AWS STS quotas".
  private static final int MAX_POLICIES = 10;

  private final Accounts accounts;
  private final ManagedPolicies policies;
  private final Links attached;
  private final Links boundaries;

  Attachments(Accounts accounts, ManagedPolicies policies, Links attached, Links boundaries) {
    this.accounts = accounts;
    this.policies = policies;
    this.attached = attached;
    this.boundaries = boundaries;
  }

  /// Attaching what is attached is no error.
  public <T extends Structure> void attach(
      Scope scope, Entities<T> entities, String owner, String arn) {
    var _ =
        entities.within(
            scope,
            owner,
            (transaction, entity) -> {
              var global = Accounts.scope(scope.account());
              var id = entities.type().of(entity).id();
              attachable(transaction, global, arn);
              if (attached.add(transaction, global, id, arn)
                  && attached.from(transaction, global, id).size() > MAX_POLICIES) {
                throw EntityKind.quotaExceeded(quota(entities.kind()), MAX_POLICIES);
              }
              return id;
            });
  }

  public <T extends Structure> void detach(
      Scope scope, Entities<T> entities, String owner, String arn) {
    var _ =
        entities.within(
            scope,
            owner,
            (transaction, entity) -> {
              var id = entities.type().of(entity).id();
              if (!attached.remove(transaction, Accounts.scope(scope.account()), id, arn)) {
                throw ManagedPolicies.notFound(arn);
              }
              return id;
            });
  }

  /// The policies attached to an entity.
  public <T extends Structure> List<Policy> of(Scope scope, Entities<T> entities, String owner) {
    return accounts.read(
        scope,
        (reader, global) ->
            of(reader, global, entities.type().of(entities.get(reader, global, owner)).id()));
  }

  List<Policy> of(Reader reader, Scope scope, String id) {
    var found = new ArrayList<Policy>();
    for (var arn : attached.from(reader, scope, id)) {
      found.add(policies.get(reader, scope, arn));
    }
    return found;
  }

  /// A policy with the numbers of those who have it.
  public Policy counted(Scope scope, String arn) {
    return accounts.read(
        scope, (reader, global) -> counted(reader, global, policies.get(reader, global, arn)));
  }

  Policy counted(Reader reader, Scope scope, Policy policy) {
    var arn = String.valueOf(policy.arn());
    return policy.toBuilder()
        .attachmentCount(attached.to(reader, scope, arn).size())
        .permissionsBoundaryUsageCount(boundaries.to(reader, scope, arn).size())
        .isAttachable(true)
        .build();
  }

  public List<Policy> counted(Scope scope, List<Policy> all) {
    return accounts.read(
        scope,
        (reader, global) -> all.stream().map(policy -> counted(reader, global, policy)).toList());
  }

  /// Those entities of a kind that have the policy.
  ///
  /// @param asBoundary as a permissions boundary, rather than attached
  public <T extends Structure> List<T> having(
      Scope scope, Entities<T> entities, String arn, boolean asBoundary) {
    var links = asBoundary ? boundaries : attached;
    return accounts.read(
        scope,
        (reader, global) -> {
          policies.get(reader, global, arn);
          var found = new ArrayList<T>();
          for (var id : links.to(reader, global, arn)) {
            var entity = entities.findById(reader, global, id);
            if (entity != null) {
              found.add(entity);
            }
          }
          return found;
        });
  }

  /// Notes the boundary of an entity in place of the one that it had.
  void bound(Transaction transaction, Scope scope, String id, @Nullable String arn) {
    boundaries.removeAllFrom(transaction, scope, id);
    if (arn != null) {
      attachable(transaction, scope, arn);
      boundaries.add(transaction, scope, id, arn);
    }
  }

  private void attachable(Reader reader, Scope scope, String arn) {
    if (policies.find(reader, scope, arn) == null) {
      throw notAttachable(arn);
    }
  }

  static ServiceException notAttachable(String arn) {
    return NO_SUCH_ENTITY_EXCEPTION.because(
        "Policy " + arn + " does not exist or is not attachable.");
  }

  private static String quota(EntityKind kind) {
    return switch (kind) {
      case USER -> "PoliciesPerUser";
      case GROUP -> "PoliciesPerGroup";
      default -> "PoliciesPerRole";
    };
  }
}
