package brume.apigateway.execution;

import brume.apigateway.gateway.Forwarding;
import brume.apigateway.gateway.Incoming;
import brume.apigateway.gateway.StageVariables;
import brume.apigateway.gateway.Upstream;
import brume.apigateway.rest.ResponseType;
import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Response;
import brume.http.client.Outgoing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A server behind a method.
record HttpBackend(Exchange exchange, Route route, Upstream upstream) {
  /// The server gets the request as it is, and the client its answer.
  Response proxied() throws IOException {
    var mapping = RequestMapping.of(route, exchange);
    var headers = exchange.incoming().forwarded(exchange.traceId()).without("host");
    for (var entry : mapping.headers().entrySet()) {
      headers = headers.set(entry.getKey(), entry.getValue());
    }
    var query = new ArrayList<String>();
    if (!exchange.incoming().query().isEmpty()) {
      query.add(exchange.incoming().query().toString());
    }
    mapping
        .query()
        .forEach(
            (name, values) -> values.forEach(value -> query.add(Forwarding.field(name, value))));
    var answered = send(mapping, query, headers, exchange.incoming().body());
    return Forwarding.passed(answered);
  }

  /// Templates and parameters make the request to the server, and the response of its answer.
  Response mapped() throws IOException {
    var made = Bodies.request(exchange, route);
    var mapping = RequestMapping.of(route, exchange).with(made);
    var headers = Headers.EMPTY;
    for (var entry : mapping.headers().entrySet()) {
      headers = headers.set(entry.getKey(), entry.getValue());
    }
    var type = exchange.incoming().request().headers().first("content-type");
    headers =
        headers.has("content-type")
            ? headers
            : headers.with("Content-Type", type == null ? "application/json" : type);
    var query = new ArrayList<String>();
    mapping
        .query()
        .forEach(
            (name, values) -> values.forEach(value -> query.add(Forwarding.field(name, value))));
    var answered = send(mapping, query, headers, Bytes.utf8(made.text()));
    var answer = Bodies.select(route, Integer.toString(answered.status()));
    try (var in = answered.body().open()) {
      var bytes = in.readNBytes(Incoming.MAX_BODY + 1);
      if (bytes.length > Incoming.MAX_BODY) {
        throw Failure.internal();
      }
      return Bodies.response(exchange, answer, answered.headers(), Bytes.wrap(bytes));
    }
  }

  private Response send(RequestMapping mapping, List<String> query, Headers headers, Bytes body)
      throws IOException {
    var integration = route.integration();
    var uri = StageVariables.fill(String.valueOf(integration.uri()), exchange.stageVariables());
    var target = Forwarding.target(uri, mapping.path(), query);
    var own = integration.httpMethod();
    var verb = own == null || own.equals("ANY") ? exchange.incoming().request().method() : own;
    try {
      return upstream.send(Outgoing.to(target, verb, headers, Body.of(body)), route.limit());
    } catch (java.net.SocketTimeoutException _) {
      throw new Failure(ResponseType.INTEGRATION_TIMEOUT, "Endpoint request timed out");
    } catch (IllegalArgumentException _) {
      throw Failure.internal();
    } catch (IOException _) {
      throw new Failure(ResponseType.INTEGRATION_FAILURE, "Internal server error");
    }
  }
}
