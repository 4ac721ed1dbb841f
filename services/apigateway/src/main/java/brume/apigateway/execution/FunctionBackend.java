package brume.apigateway.execution;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.gateway.Functions;
import brume.apigateway.gateway.ProxyReply;
import brume.apigateway.gateway.StageVariables;
import brume.apigateway.rest.ResponseType;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Response;
import brume.json.Json;
import brume.json.JsonException;
import java.util.Objects;

/// A function behind a method.
record FunctionBackend(Exchange exchange, Route route) {
  private static final String INVOCATION_TYPE = "X-Amz-Invocation-Type";
  private static final Headers JSON = Headers.of("Content-Type", "application/json");

  /// The function gets the whole request and gives the whole response.
  Response proxied(MediaTypes binary) {
    var headers = exchange.incoming().request().headers();
    var event = RestEvent.of(exchange, route, binary.match(headers.first("content-type")));
    var answered = invoke(Bytes.utf8(event.print()), false);
    var reply = answered.error() ? null : ProxyReply.of(answered.payload(), ProxyReply.Format.REST);
    if (reply == null) {
      throw Failure.badGateway();
    }
    return reply
        .response(binary.match(headers.first("accept")))
        .with("X-Amzn-Trace-Id", exchange.traceId());
  }

  /// Templates make the function's input of the request, and the response of its output.
  Response mapped() {
    var made = Bodies.request(exchange, route);
    var mapping = RequestMapping.of(route, exchange).with(made);
    boolean async =
        mapping.headers().entrySet().stream()
            .anyMatch(
                each ->
                    each.getKey().equalsIgnoreCase(INVOCATION_TYPE)
                        && each.getValue().equals("Event"));
    var body = made.text();
    var answered = invoke(Bytes.utf8(body.isEmpty() ? "{}" : body), async);
    var answer = Bodies.select(route, answered.error() ? errorMessage(answered.payload()) : "");
    return Bodies.response(exchange, answer, JSON, answered.payload());
  }

  private static String errorMessage(Bytes payload) {
    try {
      var json = Json.parse(payload.toUtf8());
      var message = json instanceof Json.Obj object ? object.get("errorMessage") : null;
      var text = message == null ? null : message.text();
      return text == null ? "" : text;
    } catch (JsonException _) {
      return "";
    }
  }

  private Functions.Result.Answered invoke(Bytes payload, boolean async) {
    var variables = exchange.stageVariables();
    var uri = StageVariables.fill(String.valueOf(route.integration().uri()), variables);
    var role = route.integration().credentials();
    var result =
        Functions.invoke(
            exchange.call(),
            Objects.requireNonNull(FunctionUri.function(uri)),
            payload,
            exchange.source(route),
            role == null ? null : StageVariables.fill(role, variables),
            async,
            route.limit());
    return switch (result) {
      case Functions.Result.Answered answered -> answered;
      case Functions.Result.TimedOut _ ->
          throw new Failure(ResponseType.INTEGRATION_TIMEOUT, "Endpoint request timed out");
      case Functions.Result.Refused refused when refused.tooLarge() ->
          throw new Failure(ResponseType.REQUEST_TOO_LARGE, "Request Too Long");
      case Functions.Result.Refused _ -> throw Failure.internal();
    };
  }
}
