package brume.apigateway.execution;

import brume.apigateway.gateway.AwsServices;
import brume.apigateway.gateway.Deadline;
import brume.apigateway.gateway.Forwarding;
import brume.apigateway.gateway.Incoming;
import brume.apigateway.gateway.Roles;
import brume.apigateway.gateway.ServiceUri;
import brume.apigateway.gateway.StageVariables;
import brume.apigateway.rest.ResponseType;
import brume.base.Body;
import brume.base.Bytes;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.shape.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// An AWS service behind a method, called as the integration's role.
record ServiceBackend(Exchange exchange, Route route) {
  private static final String FORM = "application/x-www-form-urlencoded";

  Response mapped() throws IOException {
    var made = Bodies.request(exchange, route);
    var mapping = RequestMapping.of(route, exchange).with(made);
    var variables = exchange.stageVariables();
    var uri =
        Objects.requireNonNull(
            ServiceUri.of(
                StageVariables.fill(String.valueOf(route.integration().uri()), variables)));
    var service = Objects.requireNonNull(AwsServices.of(uri.service()));
    var request = request(service, uri, mapping, made.text());
    var answered = send(service, request);
    var answer = Bodies.select(route, Integer.toString(answered.status()));
    try (var in = answered.body().open()) {
      var bytes = in.readNBytes(Incoming.MAX_BODY + 1);
      if (bytes.length > Incoming.MAX_BODY) {
        throw Failure.internal();
      }
      return Bodies.response(exchange, answer, answered.headers(), Bytes.wrap(bytes));
    }
  }

  private Request request(
      AwsServices service, ServiceUri uri, RequestMapping mapping, String body) {
    var headers = Headers.EMPTY;
    for (var entry : mapping.headers().entrySet()) {
      headers = headers.set(entry.getKey(), entry.getValue());
    }
    headers =
        headers.has("content-type") ? headers : headers.with("Content-Type", service.mediaType());
    var query = new ArrayList<String>();
    mapping
        .query()
        .forEach(
            (name, values) -> values.forEach(value -> query.add(Forwarding.field(name, value))));
    if (String.valueOf(headers.first("content-type")).startsWith(FORM)) {
      return form(uri, headers, query, body);
    }
    var target = uri.action() ? service.target(uri.rest()) : null;
    headers = target == null ? headers : headers.set("X-Amz-Target", target);
    var path = uri.action() ? "/" : Forwarding.filled('/' + uri.rest(), mapping.path());
    var verb = Objects.requireNonNullElse(route.integration().httpMethod(), "POST");
    return request(verb, path, String.join("&", query), headers, body);
  }

  /// A request of which all parameters are in its body.
  private Request form(ServiceUri uri, Headers headers, List<String> query, String body) {
    var fields = new ArrayList<String>();
    if (!body.isEmpty()) {
      fields.add(body);
    }
    fields.addAll(query);
    if (uri.action()) {
      fields.add(Forwarding.field("Action", uri.rest()));
    } else if (uri.service().equals("sqs") && !body.contains("QueueUrl=")) {
      fields.add(Forwarding.field("QueueUrl", queue(uri.rest())));
    }
    return request("POST", "/", "", headers, String.join("&", fields));
  }

  private Request request(String verb, String path, String query, Headers headers, String body) {
    var incoming = exchange.incoming().request();
    return new Request(
        verb, path, query, headers, Body.utf8(body), incoming.remote(), incoming.secure());
  }

  /// A queue's URL by its path, which is its account and name.
  private String queue(String path) {
    return exchange.call().endpoint().url() + '/' + path;
  }

  private Response send(AwsServices service, Request request) {
    var role =
        StageVariables.fill(
            String.valueOf(route.integration().credentials()), exchange.stageVariables());
    try {
      return Deadline.within(
          route.limit(),
          () -> {
            try {
              return service.send(
                  Roles.caller(exchange.call(), exchange.source(route), role), request);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (TimeoutException _) {
      throw new Failure(ResponseType.INTEGRATION_TIMEOUT, "Endpoint request timed out");
    } catch (ServiceException | UncheckedIOException _) {
      throw Failure.internal();
    }
  }

  /// Whether the address is that of a service that is reached.
  static boolean reaches(String uri) {
    var parsed = ServiceUri.of(uri);
    return parsed != null && AwsServices.of(parsed.service()) != null;
  }
}
