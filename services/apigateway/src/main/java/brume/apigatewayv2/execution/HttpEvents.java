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
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The events that proxied functions of HTTP APIs get.
///
/// Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs".
final class HttpEvents {
  private HttpEvents() {}

  /// Payload format 1.0, which is like that of REST APIs.
  static Json.Obj first(HttpExchange exchange) {
    var event = firstRequest(exchange);
    event.putFirst("version", Json.of("1.0"));
    boolean empty = exchange.incoming().body().length() == 0;
    event.put("body", empty ? Json.ofNull() : exchange.body());
    event.put("isBase64Encoded", Json.of(!empty && exchange.binary()));
    return new Json.Obj(event);
  }

  /// What authorizers get in payload format 1.0.
  ///
  /// Source: API Gateway Developer Guide, "Control access to HTTP APIs with AWS Lambda
  /// authorizers".
  static Json.Obj firstOfAuthorizer(HttpExchange exchange, List<String> identity) {
    var event = new LinkedHashMap<String, Json>();
    event.put("version", Json.of("1.0"));
    event.put("type", Json.of("REQUEST"));
    event.put("methodArn", Json.of(exchange.method().toString()));
    event.put("identitySource", Json.of(String.join(",", identity)));
    event.put("authorizationToken", Json.of(String.join(",", identity)));
    event.putAll(firstRequest(exchange));
    return new Json.Obj(event);
  }

  private static SequencedMap<String, Json> firstRequest(HttpExchange exchange) {
    var incoming = exchange.incoming();
    var headers = EventParts.byName(incoming.forwarded(exchange.traceId()));
    var query = incoming.query().byName();
    var event = new LinkedHashMap<String, Json>();
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
    return event;
  }

  private static Json firstContext(HttpExchange exchange) {
    var context = common(exchange, AuthorizerContext.first(exchange.admission()));
    var incoming = exchange.incoming();
    var now = exchange.call().now();
    context.put("extendedRequestId", Json.of(exchange.extendedId()));
    context.put("httpMethod", Json.of(incoming.request().method()));
    context.put("identity", EventParts.identity(incoming, identity(exchange.admission())));
    context.put("path", Json.of(exchange.fullPath()));
    context.put("protocol", Json.of("HTTP/1.1"));
    context.put("requestId", Json.of(exchange.extendedId()));
    context.put("requestTime", Json.of(Incoming.time(now)));
    context.put("requestTimeEpoch", Json.of(now.toEpochMilli()));
    context.put("resourceId", Json.of(exchange.target().key()));
    context.put("resourcePath", Json.of(exchange.target().path()));
    return new Json.Obj(context);
  }

  private static Map<String, Json> identity(HttpAdmission admission) {
    return admission instanceof HttpAdmission.Signed signed ? signed.sender().identity() : Map.of();
  }

  /// Payload format 2.0.
  static Json.Obj second(HttpExchange exchange) {
    var event = secondRequest(exchange);
    event.putFirst("version", Json.of("2.0"));
    boolean empty = exchange.incoming().body().length() == 0;
    if (!empty) {
      event.put("body", exchange.body());
    }
    event.put("isBase64Encoded", Json.of(!empty && exchange.binary()));
    return new Json.Obj(event);
  }

  /// What authorizers get in payload format 2.0.
  static Json.Obj secondOfAuthorizer(HttpExchange exchange, List<String> identity) {
    var event = new LinkedHashMap<String, Json>();
    event.put("version", Json.of("2.0"));
    event.put("type", Json.of("REQUEST"));
    event.put("routeArn", Json.of(exchange.method().toString()));
    event.put("identitySource", new Json.Arr(identity.stream().map(Json::of).toList()));
    event.putAll(secondRequest(exchange));
    return new Json.Obj(event);
  }

  private static SequencedMap<String, Json> secondRequest(HttpExchange exchange) {
    var incoming = exchange.incoming();
    var headers = incoming.forwarded(exchange.traceId());
    var event = new LinkedHashMap<String, Json>();
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
    return event;
  }

  /// A value of the request's context by its name; null when there is none.
  static @Nullable String context(HttpExchange exchange, String name) {
    var value = secondContext(exchange).get(name);
    return value == null ? null : value.text();
  }

  private static Json.Obj secondContext(HttpExchange exchange) {
    var context = common(exchange, AuthorizerContext.second(exchange.admission()));
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

  private static Map<String, Json> common(HttpExchange exchange, @Nullable Json authorizer) {
    var host = exchange.incoming().request().host();
    var context = new LinkedHashMap<String, Json>();
    context.put("accountId", Json.of(exchange.call().scope().account()));
    context.put("apiId", Json.of(exchange.apiId()));
    if (authorizer != null) {
      context.put("authorizer", authorizer);
    }
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
