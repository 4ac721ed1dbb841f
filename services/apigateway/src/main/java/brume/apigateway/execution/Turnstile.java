package brume.apigateway.execution;

import brume.apigateway.data.AccountSettings;
import brume.apigateway.rest.ResponseType;
import brume.apigateway.usage.Allowance;

/// Lets no more requests pass than account, method and client may send.
///
/// Source: API Gateway Developer Guide, "Throttle requests to your REST APIs for better
/// throughput".
record Turnstile(Allowance allowance, AccountSettings settings) {
  /// The exchange with the key that it counts for, where the method wants one.
  Exchange passed(Exchange exchange, Route route) {
    var counted =
        Boolean.TRUE.equals(route.method().apiKeyRequired()) ? counted(exchange, route) : exchange;
    var scope = exchange.call().scope();
    var now = exchange.call().now();
    var account = scope.account() + ' ' + scope.region();
    var method = account + ' ' + exchange.apiId() + ' ' + exchange.stageName();
    var pace = route.pace();
    var throttles = allowance.throttles();
    boolean passes =
        (pace.limits() == null || throttles.pass(method + ' ' + pace.method(), pace.limits(), now))
            && throttles.pass(account, settings.throttle(scope, now), now);
    if (!passes) {
      throw tooFast();
    }
    return counted;
  }

  private Exchange counted(Exchange exchange, Route route) {
    var value =
        "AUTHORIZER".equals(exchange.api().apiKeySource())
            ? exchange.admission().usageKey()
            : exchange.incoming().request().headers().first("x-api-key");
    var call = exchange.call();
    var outcome =
        allowance.take(
            call.scope(),
            value,
            exchange.apiId(),
            exchange.stageName(),
            route.pace().method(),
            call.now());
    return switch (outcome) {
      case Allowance.Outcome.Granted granted ->
          exchange.admitted(exchange.admission().with(granted.key()));
      case Allowance.Outcome.Unknown _ ->
          throw new Failure(ResponseType.INVALID_API_KEY, "Forbidden");
      case Allowance.Outcome.TooFast _ -> throw tooFast();
      case Allowance.Outcome.Exhausted _ ->
          throw new Failure(ResponseType.QUOTA_EXCEEDED, "Limit Exceeded");
    };
  }

  private static Failure tooFast() {
    return new Failure(ResponseType.THROTTLED, "Too Many Requests");
  }
}
