package brume.apigateway.usage;

import brume.apigateway.rest.QuotaPeriod;
import brume.base.Scope;
import brume.model.apigateway.ApiKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What clients with API keys may still ask of a stage.
///
/// Source: API Gateway Developer Guide, "Usage plans and API keys for REST APIs in API Gateway".
public record Allowance(PlanRecords plans, UsageLedger ledger, Throttles throttles) {
  /// How asking ended.
  public sealed interface Outcome {
    record Granted(ApiKey key) implements Outcome {}

    /// No key, or none for this stage.
    record Unknown() implements Outcome {}

    record TooFast() implements Outcome {}

    record Exhausted() implements Outcome {}
  }

  /// @param value of the key; null when the request has none
  /// @param method such as `/pets/GET`
  public Outcome take(
      Scope scope, @Nullable String value, String api, String stage, String method, Instant now) {
    var client = value == null ? null : plans.client(scope, value, api, stage);
    if (client == null) {
      return new Outcome.Unknown();
    }
    var plan = client.plan();
    var planId = Objects.requireNonNull(plan.id());
    var keyId = Objects.requireNonNull(client.key().id());
    var place = "client " + scope.account() + ' ' + scope.region() + ' ' + planId + ' ' + keyId;
    var own =
        Objects.requireNonNullElse(
                client.stage().throttle(),
                Map.<String, brume.model.apigateway.ThrottleSettings>of())
            .get(method);
    boolean passes =
        own == null
            ? throttles.pass(place, plan.throttle(), now)
            : throttles.pass(place + ' ' + api + ' ' + stage + ' ' + method, own, now);
    if (!passes) {
      return new Outcome.TooFast();
    }
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var from = QuotaPeriod.start(plan.quota(), today);
    return ledger.take(scope, planId, keyId, from, today, QuotaPeriod.limit(plan.quota()))
        ? new Outcome.Granted(client.key())
        : new Outcome.Exhausted();
  }
}
