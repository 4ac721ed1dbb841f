package brume.apigateway.execution;

import brume.apigateway.gateway.EventParts;
import brume.apigateway.gateway.Incoming;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The events that proxied functions of REST APIs get.
///
/// Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration".
final class RestEvent {
  private RestEvent() {}

  static Json.Obj of(Exchange exchange, Route route, boolean binary) {
    var incoming = exchange.incoming();
    var event = request(exchange, route);
    var body = incoming.body();
    event.put(
        "body",
        body.length() == 0 ? Json.ofNull() : Json.of(binary ? body.toBase64() : body.toUtf8()));
    event.put("isBase64Encoded", Json.of(binary && body.length() > 0));
    return new Json.Obj(event);
  }

  /// What authorizers that want a token get.
  static Json.Obj ofToken(Exchange exchange, String token) {
    return Json.object(
        "type", Json.of("TOKEN"),
        "authorizationToken", Json.of(token),
        "methodArn", Json.of(exchange.method().toString()));
  }

  /// What authorizers that want the request get, which has empty objects where functions get null.
  ///
  /// Source: API Gateway Developer Guide, "Input to an API Gateway Lambda authorizer".
  static Json.Obj ofAuthorizer(Exchange exchange, Route route) {
    var event = new LinkedHashMap<String, Json>();
    event.put("type", Json.of("REQUEST"));
    event.put("methodArn", Json.of(exchange.method().toString()));
    request(exchange, route)
        .forEach(
            (name, value) -> event.put(name, value instanceof Json.Null ? Json.Obj.EMPTY : value));
    return new Json.Obj(event);
  }

  private static Map<String, Json> request(Exchange exchange, Route route) {
    var incoming = exchange.incoming();
    var headers = incoming.forwarded(exchange.traceId());
    var multiple = EventParts.byName(headers);
    var query = incoming.query().byName();
    var event = new LinkedHashMap<String, Json>();
    event.put("resource", Json.of(route.resourcePath()));
    event.put("path", Json.of(incoming.path()));
    event.put("httpMethod", Json.of(incoming.request().method()));
    event.put("headers", EventParts.last(multiple));
    event.put("multiValueHeaders", EventParts.all(multiple));
    event.put("queryStringParameters", EventParts.last(query));
    event.put("multiValueQueryStringParameters", EventParts.all(query));
    event.put("pathParameters", EventParts.texts(exchange.parameters()));
    event.put("stageVariables", EventParts.texts(exchange.stageVariables()));
    event.put("requestContext", context(exchange));
    return event;
  }

  static Json.Obj context(Exchange exchange) {
    var incoming = exchange.incoming();
    var call = exchange.call();
    var host = incoming.request().host();
    var context = new LinkedHashMap<String, Json>();
    var route = exchange.route();
    context.put("accountId", Json.of(call.scope().account()));
    context.put("apiId", Json.of(exchange.apiId()));
    if (exchange.admission().authorizer() != null) {
      context.put("authorizer", exchange.admission().authorizer());
    }
    context.put("deploymentId", Json.of(exchange.stage().deploymentId()));
    context.put("domainName", Json.of(host));
    context.put("domainPrefix", Json.of(host.split("\\.", 2)[0]));
    context.put("extendedRequestId", Json.of(exchange.extendedId()));
    context.put("httpMethod", Json.of(incoming.request().method()));
    context.put("identity", EventParts.identity(incoming, exchange.admission().identity()));
    context.put("path", Json.of('/' + exchange.stageName() + incoming.path()));
    context.put("protocol", Json.of("HTTP/1.1"));
    context.put("requestId", Json.of(call.requestId()));
    context.put("requestTime", Json.of(Incoming.time(call.now())));
    context.put("requestTimeEpoch", Json.of(call.now().toEpochMilli()));
    if (route != null) {
      context.put("resourceId", Json.of(route.resource().id()));
      context.put("resourcePath", Json.of(route.resourcePath()));
      if (route.method().operationName() != null) {
        context.put("operationName", Json.of(route.method().operationName()));
      }
    }
    context.put("stage", Json.of(exchange.stageName()));
    return new Json.Obj(context);
  }
}
