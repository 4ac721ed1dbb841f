package brume.apigateway.execution;

import brume.apigateway.gateway.Incoming;
import brume.apigateway.gateway.Measures;
import brume.apigateway.rest.ResponseType;
import brume.http.QueryString;
import brume.http.Request;
import brume.http.Response;
import brume.identity.signature.RefusedException;
import brume.model.apigateway.Stage;
import brume.service.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Carries out one request for a stage.
final class Execution {
  private static final String ANY = "ANY";

  private final Call call;
  private final Stage stage;
  private final Plan plan;
  private final Engine engine;
  private final Doorkeeper doorkeeper;
  private final Turnstile turnstile;
  private final Measures measures;

  /// The request with what is known of it so far.
  private @Nullable Exchange latest;

  private AccessRecord.@Nullable Integration integration;

  Execution(Call call, Stage stage, Plan plan, Engine engine) {
    this.call = call;
    this.stage = stage;
    this.plan = plan;
    this.engine = engine;
    doorkeeper = new Doorkeeper(engine.guards(), plan.policy());
    turnstile = new Turnstile(engine.allowance(), engine.account());
    measures =
        Measures.ofRest(call, String.valueOf(plan.api().name()), String.valueOf(stage.stageName()));
  }

  /// @param path the undecoded path behind the stage
  Response serve(Request request, String path) throws IOException {
    var exchange = Exchange.of(call, stage, plan.api(), Incoming.ofHead(request, path));
    latest = exchange;
    Failure failed = null;
    Response response;
    try {
      response = answer(exchange);
    } catch (Failure failure) {
      failed = failure;
      response = plan.response(failure).response(failure, Objects.requireNonNull(latest));
    }
    measures.answered(response.status());
    if (stage.accessLogSettings() != null) {
      new AccessRecord(engine, Objects.requireNonNull(latest), response, failed, integration)
          .write();
    }
    return response
        .with("x-amzn-RequestId", call.requestId())
        .with("x-amz-apigw-id", exchange.extendedId());
  }

  private Response answer(Exchange unrouted) throws IOException {
    if (Boolean.TRUE.equals(plan.api().disableExecuteApiEndpoint())) {
      throw new Failure(ResponseType.ACCESS_DENIED, "Forbidden");
    }
    var path = unrouted.incoming().path();
    boolean slash = path.length() > 1 && path.endsWith("/");
    var match = plan.paths().find(slash ? path.substring(0, path.length() - 1) : path, _ -> true);
    var verb = unrouted.incoming().request().method();
    var route = match == null ? null : match.value().getOrDefault(verb, match.value().get(ANY));
    if (match == null || route == null) {
      throw new Failure(ResponseType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
    }
    latest = unrouted.at(route, match.parameters());
    latest = doorkeeper.identified(latest, route);
    latest = read(latest);
    latest = doorkeeper.admitted(latest, route);
    latest = turnstile.passed(latest, route);
    return answer(latest, route);
  }

  /// The exchange with its query and body.
  private static Exchange read(Exchange exchange) throws IOException {
    var request = exchange.incoming().request();
    QueryString query;
    try {
      query = QueryString.parse(request.query());
    } catch (IllegalArgumentException _) {
      throw new Failure(ResponseType.BAD_REQUEST_PARAMETERS, "Bad Request");
    }
    try {
      var body = Incoming.bodyOf(request);
      if (body == null) {
        throw new Failure(ResponseType.REQUEST_TOO_LARGE, "Request Too Long");
      }
      return exchange.with(exchange.incoming().with(query).with(body));
    } catch (RefusedException refused) {
      throw new Failure(ResponseType.INVALID_SIGNATURE, refused.text());
    }
  }

  private Response answer(Exchange exchange, Route route) throws IOException {
    if (route.checksParameters()) {
      checkParameters(exchange, route);
    }
    route.schemas().check(exchange);
    var caching = route.caching();
    if (caching == null) {
      return backend(exchange, route);
    }
    var cache =
        engine.caches().of(call.scope(), exchange.apiId(), exchange.stageName(), caching.bytes());
    var accept = exchange.incoming().request().headers().first("accept");
    var variant = plan.binary().match(accept) ? " bytes" : "";
    var response =
        new CachedBackend(cache, caching, engine.guards().signatures())
            .answer(exchange, variant, () -> backend(exchange, route));
    measures.cached(integration == null);
    return response;
  }

  private Response backend(Exchange exchange, Route route) throws IOException {
    var clock = call.platform().clock();
    var began = clock.instant();
    try {
      return integrated(exchange, route);
    } finally {
      var latency = Duration.between(began, clock.instant());
      measures.integrated(latency);
      integration = new AccessRecord.Integration(latency);
    }
  }

  private Response integrated(Exchange exchange, Route route) throws IOException {
    return switch (route.type()) {
      case "AWS_PROXY" -> new FunctionBackend(exchange, route).proxied(plan.binary());
      case "AWS" ->
          route.isFunction()
              ? new FunctionBackend(exchange, route).mapped()
              : new ServiceBackend(exchange, route).mapped();
      case "HTTP_PROXY" -> new HttpBackend(exchange, route, engine.upstream()).proxied();
      case "HTTP" -> new HttpBackend(exchange, route, engine.upstream()).mapped();
      default -> MockBackend.answer(exchange, route);
    };
  }

  private static void checkParameters(Exchange exchange, Route route) {
    var parameters = route.method().requestParameters();
    var missing = new ArrayList<String>();
    for (var entry : (parameters == null ? Map.<String, Boolean>of() : parameters).entrySet()) {
      var parts = entry.getKey().split("\\.", 4);
      if (entry.getValue() && parts.length == 4) {
        var values = exchange.parameters(parts[2], parts[3]);
        if (values.isEmpty() || values.getLast().isEmpty()) {
          missing.add(parts[3]);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new Failure(
          ResponseType.BAD_REQUEST_PARAMETERS, "Missing required request parameters: " + missing);
    }
  }
}
