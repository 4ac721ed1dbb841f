package brume.iam.data;

import static brume.model.iam.IamError.LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.base.Scope;
import brume.iam.entity.EntityKind;
import brume.identity.policy.PolicyQuota;
import brume.model.iam.PolicyDetail;
import brume.service.record.Records;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.store.Reader;
import java.util.List;
import java.util.Objects;

/// The policies that are part of one user, group or role.
public final class InlinePolicies {
  private final Accounts accounts;
  private final Records<PolicyDetail> records = new Records<>("iam.inline", PolicyDetail.SHAPE);

  InlinePolicies(Accounts accounts) {
    this.accounts = accounts;
  }

  public <T extends Structure> void put(
      Scope scope, Entities<T> entities, String owner, String policy, String document) {
    var _ =
        entities.within(
            scope,
            owner,
            (transaction, entity) -> {
              var global = Accounts.scope(scope.account());
              var id = entities.type().of(entity).id();
              records.put(transaction, new PolicyDetail(document, policy), global, id, policy);
              checkSize(records.all(transaction, global, id), entities.kind(), owner);
              return id;
            });
  }

  public <T extends Structure> PolicyDetail get(
      Scope scope, Entities<T> entities, String owner, String policy) {
    return accounts.read(
        scope,
        (reader, global) -> {
          var id = entities.type().of(entities.get(reader, global, owner)).id();
          var found = records.get(reader, global, id, policy);
          if (found == null) {
            throw notFound(entities.kind(), policy);
          }
          return found;
        });
  }

  public <T extends Structure> void delete(
      Scope scope, Entities<T> entities, String owner, String policy) {
    var _ =
        entities.within(
            scope,
            owner,
            (transaction, entity) -> {
              var global = Accounts.scope(scope.account());
              var id = entities.type().of(entity).id();
              if (!records.has(transaction, global, id, policy)) {
                throw notFound(entities.kind(), policy);
              }
              records.delete(transaction, global, id, policy);
              return id;
            });
  }

  public <T extends Structure> List<String> names(Scope scope, Entities<T> entities, String owner) {
    return all(scope, entities, owner).stream()
        .map(policy -> Objects.requireNonNull(policy.policyName()))
        .toList();
  }

  public <T extends Structure> List<PolicyDetail> all(
      Scope scope, Entities<T> entities, String owner) {
    return accounts.read(
        scope,
        (reader, global) ->
            of(reader, global, entities.type().of(entities.get(reader, global, owner)).id()));
  }

  List<PolicyDetail> of(Reader reader, Scope scope, String id) {
    return records.all(reader, scope, id);
  }

  Dependents dependents() {
    return new Dependents(
        "Cannot delete entity, must delete policies first.",
        (reader, scope, id) -> !of(reader, scope, id).isEmpty());
  }

  private static void checkSize(List<PolicyDetail> policies, EntityKind kind, String owner) {
    int chars =
        policies.stream()
            .mapToInt(
                policy -> PolicyQuota.charsOf(Objects.requireNonNull(policy.policyDocument())))
            .sum();
    int most =
        switch (kind) {
          case USER -> PolicyQuota.USER_CHARS;
          case GROUP -> PolicyQuota.GROUP_CHARS;
          default -> PolicyQuota.ROLE_CHARS;
        };
    if (chars > most) {
      throw LIMIT_EXCEEDED_EXCEPTION.because(
          "Maximum policy size of %d bytes exceeded for %s %s".formatted(most, kind.noun(), owner));
    }
  }

  private static ServiceException notFound(EntityKind kind, String policy) {
    return NO_SUCH_ENTITY_EXCEPTION.because(
        "The " + kind.noun() + " policy with name " + policy + " cannot be found.");
  }
}
