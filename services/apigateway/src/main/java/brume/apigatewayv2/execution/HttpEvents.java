package brume.apigatewayv2.execution;

import brume.apigateway.gateway.EventParts;
import brume.apigateway.gateway.Incoming;
import brume.http.Headers;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The events that proxied functions of HTTP APIs get.
///
/// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs".
final class HttpEvents {
  private HttpEvents() {}

  /// Payload format 1.0, which is like that of REST APIs.
  static Json.Obj first(HttpExchange exchange) {
    var incoming = exchange.incoming();
    var headers = EventParts.byName(incoming.forwarded(exchange.traceId()));
    var query = incoming.query().byName();
    var event = new LinkedHashMap<String, Json>();
    event.put("version", Json.of("1.0"));
    event.put("resource", Json.of(exchange.target().path()));
    event.put("path", Json.of(exchange.fullPath()));
    event.put("httpMethod", Json.of(incoming.request().method()));
    event.put("headers", EventParts.last(headers));
    event.put("multiValueHeaders", EventParts.all(headers));
    event.put("queryStringParameters", EventParts.last(query));
    event.put("multiValueQueryStringParameters", EventParts.all(query));
    event.put("requestContext", firstContext(exchange));
    event.put("pathParameters", EventParts.texts(exchange.decodedParameters()));
    event.put("stageVariables", EventParts.texts(exchange.stageVariables()));
    boolean empty = incoming.body().length() == 0;
    event.put("body", empty ? Json.ofNull() : exchange.body());
    event.put("isBase64Encoded", Json.of(!empty && exchange.binary()));
    return new Json.Obj(event);
  }

  private static Json firstContext(HttpExchange exchange) {
    var context = common(exchange);
    var incoming = exchange.incoming();
    var now = exchange.call().now();
    context.put("extendedRequestId", Json.of(exchange.extendedId()));
    context.put("httpMethod", Json.of(incoming.request().method()));
    context.put("identity", EventParts.identity(incoming, Map.of()));
    context.put("path", Json.of(exchange.fullPath()));
    context.put("protocol", Json.of("HTTP/1.1"));
    context.put("requestId", Json.of(exchange.extendedId()));
    context.put("requestTime", Json.of(Incoming.time(now)));
    context.put("requestTimeEpoch", Json.of(now.toEpochMilli()));
    context.put("resourceId", Json.of(exchange.target().key()));
    context.put("resourcePath", Json.of(exchange.target().path()));
    return new Json.Obj(context);
  }

  /// Payload format 2.0.
  static Json.Obj second(HttpExchange exchange) {
    var incoming = exchange.incoming();
    var headers = incoming.forwarded(exchange.traceId());
    var event = new LinkedHashMap<String, Json>();
    event.put("version", Json.of("2.0"));
    event.put("routeKey", Json.of(exchange.target().key()));
    event.put("rawPath", Json.of(HttpExchange.decoded(exchange.fullPath())));
    event.put("rawQueryString", Json.of(incoming.request().query()));
    var cookies = cookies(headers.all("cookie"));
    if (!cookies.isEmpty()) {
      event.put("cookies", new Json.Arr(cookies));
    }
    event.put("headers", joined(lowerCase(headers.without("cookie"))));
    if (!incoming.query().isEmpty()) {
      event.put("queryStringParameters", joined(incoming.query().byName()));
    }
    event.put("requestContext", secondContext(exchange));
    if (!exchange.parameters().isEmpty()) {
      event.put("pathParameters", EventParts.texts(exchange.decodedParameters()));
    }
    if (!exchange.stageVariables().isEmpty()) {
      event.put("stageVariables", EventParts.texts(exchange.stageVariables()));
    }
    boolean empty = incoming.body().length() == 0;
    if (!empty) {
      event.put("body", exchange.body());
    }
    event.put("isBase64Encoded", Json.of(!empty && exchange.binary()));
    return new Json.Obj(event);
  }

  private static Json secondContext(HttpExchange exchange) {
    var context = common(exchange);
    var request = exchange.incoming().request();
    var agent = request.headers().first("user-agent");
    var now = exchange.call().now();
    context.put(
        "http",
        Json.object(
            "method", Json.of(request.method()),
            "path", Json.of(HttpExchange.decoded(exchange.fullPath())),
            "protocol", Json.of("HTTP/1.1"),
            "sourceIp", Json.of(exchange.incoming().sourceIp()),
            "userAgent", Json.of(agent == null ? "" : agent)));
    context.put("requestId", Json.of(exchange.extendedId()));
    context.put("routeKey", Json.of(exchange.target().key()));
    context.put("time", Json.of(Incoming.time(now)));
    context.put("timeEpoch", Json.of(now.toEpochMilli()));
    return new Json.Obj(context);
  }

  private static Map<String, Json> common(HttpExchange exchange) {
    var host = exchange.incoming().request().host();
    var context = new LinkedHashMap<String, Json>();
    context.put("accountId", Json.of(exchange.call().scope().account()));
    context.put("apiId", Json.of(exchange.apiId()));
    context.put("domainName", Json.of(host));
    context.put("domainPrefix", Json.of(host.split("\\.", 2)[0]));
    context.put("stage", Json.of(exchange.stage().stageName()));
    return context;
  }

  private static List<Json> cookies(List<String> fields) {
    var cookies = new ArrayList<Json>();
    for (var field : fields) {
      for (var cookie : field.split(";\\s*")) {
        cookies.add(Json.of(cookie));
      }
    }
    return cookies;
  }

  private static Map<String, List<String>> lowerCase(Headers headers) {
    var values = new TreeMap<String, List<String>>();
    headers
        .fields()
        .forEach(
            field ->
                values
                    .computeIfAbsent(field.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                    .add(field.value()));
    return values;
  }

  private static Json joined(Map<String, List<String>> values) {
    var joined = new LinkedHashMap<String, String>();
    values.forEach((name, all) -> joined.put(name, String.join(",", all)));
    return EventParts.texts(joined);
  }
}
