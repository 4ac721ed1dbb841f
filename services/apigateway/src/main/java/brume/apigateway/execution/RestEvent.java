package brume.apigateway.execution;

import brume.apigateway.gateway.Incoming;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The events that proxied functions of REST APIs get.
///
/// Source: API Gateway Developer Guide, "Input format of a Lambda function for proxy integration".
final class RestEvent {
  private RestEvent() {}

  static Json.Obj of(Exchange exchange, Route route, boolean binary) {
    var incoming = exchange.incoming();
    var headers = incoming.forwarded(exchange.traceId());
    var multiple = new LinkedHashMap<String, List<String>>();
    for (var field : headers.fields()) {
      var name = multiple.keySet().stream().filter(field.name()::equalsIgnoreCase).findFirst();
      multiple
          .computeIfAbsent(name.orElse(field.name()), _ -> new ArrayList<>(1))
          .add(field.value());
    }
    var query = incoming.query().byName();
    var event = new LinkedHashMap<String, Json>();
    event.put("resource", Json.of(route.resourcePath()));
    event.put("path", Json.of(incoming.path()));
    event.put("httpMethod", Json.of(incoming.request().method()));
    event.put("headers", last(multiple));
    event.put("multiValueHeaders", all(multiple));
    event.put("queryStringParameters", last(query));
    event.put("multiValueQueryStringParameters", all(query));
    event.put("pathParameters", texts(exchange.parameters()));
    event.put("stageVariables", texts(exchange.stageVariables()));
    event.put("requestContext", context(exchange));
    var body = incoming.body();
    event.put(
        "body",
        body.length() == 0 ? Json.ofNull() : Json.of(binary ? body.toBase64() : body.toUtf8()));
    event.put("isBase64Encoded", Json.of(binary && body.length() > 0));
    return new Json.Obj(event);
  }

  static Json.Obj context(Exchange exchange) {
    var incoming = exchange.incoming();
    var call = exchange.call();
    var host = incoming.request().host();
    var context = new LinkedHashMap<String, Json>();
    var route = exchange.route();
    context.put("accountId", Json.of(call.scope().account()));
    context.put("apiId", Json.of(exchange.apiId()));
    context.put("deploymentId", Json.of(exchange.stage().deploymentId()));
    context.put("domainName", Json.of(host));
    context.put("domainPrefix", Json.of(host.split("\\.", 2)[0]));
    context.put("extendedRequestId", Json.of(exchange.extendedId()));
    context.put("httpMethod", Json.of(incoming.request().method()));
    context.put("identity", identity(incoming));
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

  private static Json.Obj identity(Incoming incoming) {
    var identity = new LinkedHashMap<String, Json>();
    for (var unknown :
        List.of(
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId")) {
      identity.put(unknown, Json.ofNull());
    }
    identity.put("sourceIp", Json.of(incoming.sourceIp()));
    identity.put("user", Json.ofNull());
    identity.put("userAgent", Json.of(incoming.request().headers().first("user-agent")));
    identity.put("userArn", Json.ofNull());
    return new Json.Obj(identity);
  }

  private static Json last(Map<String, List<String>> values) {
    var last = new LinkedHashMap<String, String>();
    values.forEach((name, all) -> last.put(name, all.getLast()));
    return texts(last);
  }

  private static Json all(Map<String, List<String>> values) {
    if (values.isEmpty()) {
      return Json.ofNull();
    }
    var lists = new LinkedHashMap<String, Json>();
    values.forEach(
        (name, all) -> lists.put(name, new Json.Arr(all.stream().map(Json::of).toList())));
    return new Json.Obj(lists);
  }

  private static Json texts(Map<String, String> values) {
    if (values.isEmpty()) {
      return Json.ofNull();
    }
    var texts = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> texts.put(name, Json.of(value)));
    return new Json.Obj(texts);
  }
}
