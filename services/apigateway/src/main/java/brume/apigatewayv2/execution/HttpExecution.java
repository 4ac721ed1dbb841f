package brume.apigatewayv2.execution;

import brume.apigateway.authorizer.Guards;
import brume.apigateway.gateway.Forwarding;
import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.gateway.Functions;
import brume.apigateway.gateway.Incoming;
import brume.apigateway.gateway.Measures;
import brume.apigateway.gateway.ProxyReply;
import brume.apigateway.gateway.StageVariables;
import brume.apigateway.gateway.Upstream;
import brume.base.Body;
import brume.base.Bytes;
import brume.http.QueryString;
import brume.http.Request;
import brume.http.Response;
import brume.http.client.Outgoing;
import brume.identity.signature.RefusedException;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Carries out one request for a stage of an HTTP API.
final class HttpExecution {
  private static final int EXTENDED_ID_BYTES = 11;

  private final Call call;
  private final Stage stage;
  private final HttpPlan plan;
  private final Upstream upstream;
  private final HttpDoorkeeper doorkeeper;
  private final Measures measures;

  HttpExecution(Call call, Stage stage, HttpPlan plan, Upstream upstream, Guards guards) {
    this.call = call;
    this.stage = stage;
    this.plan = plan;
    this.upstream = upstream;
    doorkeeper = new HttpDoorkeeper(guards);
    measures =
        Measures.ofHttp(
            call, String.valueOf(plan.api().apiId()), String.valueOf(stage.stageName()));
  }

  /// @param path the undecoded path behind the stage
  Response serve(Request request, String path) throws IOException {
    var extended = Base64.getUrlEncoder().encodeToString(call.ids().bytes(EXTENDED_ID_BYTES));
    var cors =
        plan.api().corsConfiguration() == null
            ? null
            : new CorsAnswers(plan.api().corsConfiguration());
    if (cors != null && CorsAnswers.isPreflight(request)) {
      return cors.preflight(request).with("apigw-requestid", extended);
    }
    Response response;
    try {
      response = answer(request, path, extended);
    } catch (Denial denial) {
      response = denial.response();
    }
    measures.answered(response.status());
    return (cors == null ? response : cors.on(request, response)).with("apigw-requestid", extended);
  }

  private Response answer(Request request, String path, String extended) throws IOException {
    var match =
        Boolean.TRUE.equals(plan.api().disableExecuteApiEndpoint())
            ? null
            : plan.match(request.method(), path);
    if (match == null) {
      throw new Denial(404, "Not Found");
    }
    var exchange =
        new HttpExchange(
            call,
            stage,
            plan.api(),
            Incoming.ofHead(request, path),
            match.target(),
            match.parameters(),
            extended,
            Incoming.traceId(call),
            HttpAdmission.OPEN);
    var admitted = doorkeeper.admitted(read(doorkeeper.identified(exchange)));
    var clock = call.platform().clock();
    var began = clock.instant();
    try {
      return "AWS_PROXY".equals(match.target().integration().integrationType())
          ? function(admitted)
          : server(admitted);
    } finally {
      measures.integrated(Duration.between(began, clock.instant()));
    }
  }

  /// The exchange with its query and body.
  private static HttpExchange read(HttpExchange exchange) throws IOException {
    var request = exchange.incoming().request();
    try {
      var query = QueryString.parse(request.query());
      var body = Incoming.bodyOf(request);
      if (body == null) {
        throw new Denial(413, "Request Entity Too Large");
      }
      return exchange.with(exchange.incoming().with(query).with(body));
    } catch (IllegalArgumentException _) {
      throw new Denial(400, "Bad Request");
    } catch (RefusedException _) {
      throw Denial.forbidden();
    }
  }

  private static Duration limit(HttpExchange exchange) {
    return Duration.ofMillis(
        Objects.requireNonNull(exchange.target().integration().timeoutInMillis()));
  }

  private static Response function(HttpExchange exchange) {
    var integration = exchange.target().integration();
    boolean second = "2.0".equals(integration.payloadFormatVersion());
    var event = second ? HttpEvents.second(exchange) : HttpEvents.first(exchange);
    var variables = exchange.stageVariables();
    var uri = StageVariables.fill(String.valueOf(integration.integrationUri()), variables);
    var result =
        Functions.invoke(
            exchange.call(),
            Objects.requireNonNull(FunctionUri.function(uri)),
            Bytes.utf8(event.print()),
            exchange.source(),
            integration.credentialsArn(),
            false,
            limit(exchange));
    return switch (result) {
      case Functions.Result.Answered answered -> reply(answered, second);
      case Functions.Result.TimedOut _ -> throw new Denial(503, "Service Unavailable");
      case Functions.Result.Refused refused when refused.tooLarge() ->
          throw new Denial(413, "Request Entity Too Large");
      case Functions.Result.Refused refused when refused.throttled() ->
          throw new Denial(503, "Service Unavailable");
      case Functions.Result.Refused _ -> throw new Denial(500, "Internal Server Error");
    };
  }

  private static Response reply(Functions.Result.Answered answered, boolean second) {
    var format = second ? ProxyReply.Format.HTTP_2 : ProxyReply.Format.HTTP_1;
    var reply = answered.error() ? null : ProxyReply.of(answered.payload(), format);
    if (reply == null) {
      throw Denial.internal();
    }
    return reply.response(true);
  }

  private Response server(HttpExchange exchange) throws IOException {
    var integration = exchange.target().integration();
    var incoming = exchange.incoming();
    var uri =
        StageVariables.fill(
            String.valueOf(integration.integrationUri()), exchange.stageVariables());
    var query =
        incoming.query().isEmpty() ? List.<String>of() : List.of(incoming.query().toString());
    var own = integration.integrationMethod();
    var verb = own == null || own.equals("ANY") ? incoming.request().method() : own;
    var headers = incoming.forwarded(exchange.traceId()).without("host");
    try {
      var target = Forwarding.target(uri, exchange.parameters(), query);
      var outgoing = Outgoing.to(target, verb, headers, Body.of(incoming.body()));
      return Forwarding.passed(upstream.send(outgoing, limit(exchange)));
    } catch (java.net.SocketTimeoutException _) {
      throw new Denial(504, "Gateway Timeout");
    } catch (IllegalArgumentException _) {
      throw new Denial(500, "Internal Server Error");
    } catch (IOException _) {
      throw new Denial(503, "Service Unavailable");
    }
  }
}
