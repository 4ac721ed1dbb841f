package brume.lambda.url;

import brume.base.Bytes;
import brume.http.Headers;
import brume.http.HopByHop;
import brume.http.QueryString;
import brume.http.Request;
import brume.identity.Principal;
import brume.identity.signature.Authorization;
import brume.json.Json;
import brume.model.lambda.FunctionUrlConfig;
import brume.service.Call;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The event of a request, in the payload format 2.0 of HTTP APIs.
///
/// Source: AWS Lambda Developer Guide, "Invoking Lambda function URLs", request payload format.
///
/// @param call by whoever sent the request
record UrlEvent(Call call, FunctionUrlConfig config, Request request, Bytes body) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ROUTE = "$default";
  private static final int TLS_PORT = 443;
  private static final int PORT = 80;

  /// The types whose bodies functions get as they are; others come in Base64.
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)text/.*|application/(.*\\+)?(json|xml)\\b.*|application/(javascript|x-www-form-urlencoded)\\b.*");

  Json.Obj json() {
    var headers = headers();
    var event = new LinkedHashMap<String, Json>();
    event.put("version", Json.of("2.0"));
    event.put("routeKey", Json.of(ROUTE));
    event.put("rawPath", Json.of(request.path()));
    event.put("rawQueryString", Json.of(request.query()));
    var cookies = cookies();
    if (!cookies.isEmpty()) {
      event.put("cookies", new Json.Arr(cookies));
    }
    event.put("headers", joined(headers));
    var query = query();
    if (!query.isEmpty()) {
      event.put("queryStringParameters", joined(query));
    }
    event.put("requestContext", context());
    boolean binary = body.length() > 0 && !isText();
    if (body.length() > 0) {
      event.put("body", Json.of(binary ? body.toBase64() : body.toUtf8()));
    }
    event.put("isBase64Encoded", Json.of(binary));
    return new Json.Obj(event);
  }

  private boolean isText() {
    var type = request.headers().first("content-type");
    return type != null
        && TEXT.matcher(type).matches()
        && !request.headers().has("content-encoding");
  }

  private Map<String, List<String>> query() {
    try {
      return QueryString.parse(request.query()).byName();
    } catch (IllegalArgumentException _) {
      return Map.of();
    }
  }

  private List<Json> cookies() {
    var cookies = new ArrayList<Json>();
    for (var field : request.headers().all("cookie")) {
      for (var cookie : field.split(";\\s*")) {
        cookies.add(Json.of(cookie));
      }
    }
    return cookies;
  }

  private Map<String, List<String>> headers() {
    var scheme = request.secure() ? "https" : "http";
    var host = String.valueOf(request.headers().first("host"));
    int colon = host.lastIndexOf(':');
    var port =
        colon > host.lastIndexOf(']')
            ? host.substring(colon + 1)
            : Integer.toString(request.secure() ? TLS_PORT : PORT);
    var sent = HopByHop.strip(request.headers()).without("cookie");
    var all =
        sent.set("x-forwarded-for", sourceIp())
            .set("x-forwarded-port", port)
            .set("x-forwarded-proto", scheme);
    return byName(all);
  }

  private static Map<String, List<String>> byName(Headers headers) {
    var values = new TreeMap<String, List<String>>();
    for (var field : headers.fields()) {
      values
          .computeIfAbsent(field.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
          .add(field.value());
    }
    return values;
  }

  private static Json joined(Map<String, List<String>> values) {
    var joined = new LinkedHashMap<String, Json>();
    values.forEach((name, all) -> joined.put(name, Json.of(String.join(",", all))));
    return new Json.Obj(joined);
  }

  private Json context() {
    var host = request.host();
    boolean signed = !(call.caller() instanceof Principal.Anonymous);
    var context = new LinkedHashMap<String, Json>();
    context.put("accountId", Json.of(signed ? call.caller().account() : "anonymous"));
    context.put("apiId", Json.of(config.functionUrl()));
    if (signed) {
      context.put("authorizer", Json.object("iam", sender()));
    }
    context.put("domainName", Json.of(host));
    context.put("domainPrefix", Json.of(config.functionUrl()));
    var agent = request.headers().first("user-agent");
    context.put(
        "http",
        Json.object(
            "method", Json.of(request.method()),
            "path", Json.of(request.path()),
            "protocol", Json.of("HTTP/1.1"),
            "sourceIp", Json.of(sourceIp()),
            "userAgent", Json.of(agent == null ? "" : agent)));
    context.put("requestId", Json.of(call.requestId()));
    context.put("routeKey", Json.of(ROUTE));
    context.put("stage", Json.of(ROUTE));
    context.put("time", Json.of(TIME.format(call.now())));
    context.put("timeEpoch", Json.of(call.now().toEpochMilli()));
    return new Json.Obj(context);
  }

  private Json sender() {
    var caller = call.caller();
    var authorization = Authorization.of(request);
    return Json.object(
        "accessKey", Json.of(authorization == null ? "" : authorization.accessKeyId()),
        "accountId", Json.of(caller.account()),
        "callerId", Json.of(caller.userId()),
        "cognitoIdentity", Json.ofNull(),
        "principalOrgId", Json.ofNull(),
        "userArn", Json.of(caller.arn()),
        "userId", Json.of(caller.userId()));
  }

  private String sourceIp() {
    var address = request.remote().getAddress();
    return address == null ? request.remote().getHostString() : address.getHostAddress();
  }
}
