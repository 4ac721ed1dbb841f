package brume.apigateway.usage;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;
import static brume.model.apigateway.ApiGatewayError.CONFLICT_EXCEPTION;
import static brume.model.apigateway.ApiGatewayError.NOT_FOUND_EXCEPTION;

import brume.base.Scope;
import brume.model.apigateway.ApiKey;
import brume.model.apigateway.ApiStage;
import brume.model.apigateway.UsagePlan;
import brume.model.apigateway.UsagePlanKey;
import brume.service.record.Records;
import brume.store.Reader;
import brume.store.Store;
import brume.store.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Usage plans in the store, and which keys they are for.
public final class PlanRecords {
  /// Source: "Amazon API Gateway quotas", usage plans per account per Region.
  private static final int MAX_PLANS = 300;

  private static final String KEY_TYPE = "API_KEY";

  private final Store store;
  private final KeyRecords keys;
  private final Records<UsagePlan> plans = new Records<>("apigateway.plan", UsagePlan.SHAPE);
  private final Records<UsagePlanKey> members =
      new Records<>("apigateway.planKey", UsagePlanKey.SHAPE);
  private final Records<UsagePlanKey> memberships =
      new Records<>("apigateway.keyPlan", UsagePlanKey.SHAPE);

  public PlanRecords(Store store, KeyRecords keys) {
    this.store = store;
    this.keys = keys;
  }

  public UsagePlan create(Scope scope, UsagePlan plan) {
    return store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          if (plans.all(transaction, scope).size() >= MAX_PLANS) {
            throw BAD_REQUEST_EXCEPTION.because(
                "Maximum number of Usage Plans has been reached: " + MAX_PLANS);
          }
          plans.put(transaction, plan, scope, Objects.requireNonNull(plan.id()));
          return plan;
        });
  }

  public UsagePlan get(Scope scope, String id) {
    try (var snapshot = store.snapshot()) {
      return get(snapshot, scope, id);
    }
  }

  private UsagePlan get(Reader reader, Scope scope, String id) {
    var found = plans.get(reader, scope, id);
    if (found == null) {
      throw NOT_FOUND_EXCEPTION.because("Invalid Usage Plan ID specified");
    }
    return found;
  }

  /// All, or those that a key belongs to.
  public List<UsagePlan> all(Scope scope, @Nullable String keyId) {
    try (var snapshot = store.snapshot()) {
      return keyId == null ? plans.all(snapshot, scope) : of(snapshot, scope, keyId);
    }
  }

  private List<UsagePlan> of(Reader reader, Scope scope, String keyId) {
    return memberships.all(reader, scope, keyId).stream()
        .map(each -> get(reader, scope, Objects.requireNonNull(each.id())))
        .toList();
  }

  public UsagePlan change(Scope scope, String id, UnaryOperator<UsagePlan> change) {
    return store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          var changed = change.apply(get(transaction, scope, id));
          plans.put(transaction, changed, scope, id);
          return changed;
        });
  }

  public void delete(Scope scope, String id) {
    store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          var plan = get(transaction, scope, id);
          if (plan.apiStages() != null && !plan.apiStages().isEmpty()) {
            throw BAD_REQUEST_EXCEPTION.because(
                "Cannot delete Usage Plan that has associated API stages");
          }
          for (var member : members.all(transaction, scope, id)) {
            part(transaction, scope, id, Objects.requireNonNull(member.id()));
          }
          plans.delete(transaction, scope, id);
          return plan;
        });
  }

  /// Puts a key into a plan, unless another of its plans is for the same stage.
  public UsagePlanKey join(Scope scope, String planId, String keyId, String type) {
    if (!type.equals(KEY_TYPE)) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid key type specified: " + type);
    }
    return store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          var plan = get(transaction, scope, planId);
          var key = keys.get(transaction, scope, keyId);
          if (members.has(transaction, scope, planId, keyId)
              || of(transaction, scope, keyId).stream().anyMatch(other -> overlap(other, plan))) {
            throw CONFLICT_EXCEPTION.because(
                "Usage Plan "
                    + planId
                    + " cannot be added because API Key "
                    + keyId
                    + " already has a Usage Plan for one of its API stages");
          }
          var member = new UsagePlanKey(keyId, key.name(), KEY_TYPE, key.value());
          members.put(transaction, member, scope, planId, keyId);
          memberships.put(
              transaction, member.toBuilder().id(planId).value(null).build(), scope, keyId, planId);
          return member;
        });
  }

  private static boolean overlap(UsagePlan one, UsagePlan other) {
    return stages(one).stream().anyMatch(each -> stage(other, each.apiId(), each.stage()) != null);
  }

  private static List<ApiStage> stages(UsagePlan plan) {
    return plan.apiStages() == null ? List.of() : plan.apiStages();
  }

  /// The plan's entry for a stage; null when it is not for it.
  static @Nullable ApiStage stage(UsagePlan plan, @Nullable String api, @Nullable String stage) {
    return stages(plan).stream()
        .filter(each -> Objects.equals(each.apiId(), api) && Objects.equals(each.stage(), stage))
        .findFirst()
        .orElse(null);
  }

  public UsagePlanKey member(Scope scope, String planId, String keyId) {
    try (var snapshot = store.snapshot()) {
      get(snapshot, scope, planId);
      var found = members.get(snapshot, scope, planId, keyId);
      if (found == null) {
        throw KeyRecords.missing();
      }
      return found;
    }
  }

  public List<UsagePlanKey> members(Scope scope, String planId) {
    try (var snapshot = store.snapshot()) {
      get(snapshot, scope, planId);
      return members.all(snapshot, scope, planId);
    }
  }

  public void leave(Scope scope, String planId, String keyId) {
    var _ = member(scope, planId, keyId);
    store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          part(transaction, scope, planId, keyId);
          return planId;
        });
  }

  private void part(Transaction transaction, Scope scope, String planId, String keyId) {
    members.delete(transaction, scope, planId, keyId);
    memberships.delete(transaction, scope, keyId, planId);
  }

  /// Deletes a key, which leaves its plans.
  public void deleteKey(Scope scope, String keyId) {
    store.transact(
        KeyRecords.locks(scope),
        transaction -> {
          var key = keys.get(transaction, scope, keyId);
          for (var each : memberships.all(transaction, scope, keyId)) {
            part(transaction, scope, Objects.requireNonNull(each.id()), keyId);
          }
          keys.delete(transaction, scope, key);
          return keyId;
        });
  }

  /// A client of a stage.
  record Client(ApiKey key, UsagePlan plan, ApiStage stage) {}

  /// The client with a key's value; null when there is none, or its plans are for other stages.
  @Nullable Client client(Scope scope, String value, String api, String stage) {
    try (var snapshot = store.snapshot()) {
      var key = keys.ofValue(snapshot, scope, value);
      if (key == null || !Boolean.TRUE.equals(key.enabled())) {
        return null;
      }
      for (var plan : of(snapshot, scope, Objects.requireNonNull(key.id()))) {
        var entry = stage(plan, api, stage);
        if (entry != null) {
          return new Client(key, plan, entry);
        }
      }
      return null;
    }
  }
}
