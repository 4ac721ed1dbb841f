package brume.apigatewayv2.execution;

import brume.apigateway.gateway.Incoming;
import brume.base.Arn;
import brume.base.PercentCode;
import brume.json.Json;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request that has found its route.
///
/// @param parameters of the path, as they were sent
record HttpExchange(
    Call call,
    Stage stage,
    Api api,
    Incoming incoming,
    HttpPlan.Target target,
    Map<String, String> parameters,
    String extendedId,
    String traceId,
    HttpAdmission admission) {
  private static final String DEFAULT = "$default";

  private static final Pattern SELECTION =
      Pattern.compile("\\$(request\\.header|request\\.querystring|context|stageVariables)\\.(.+)");

  HttpExchange with(Incoming other) {
    return new HttpExchange(
        call, stage, api, other, target, parameters, extendedId, traceId, admission);
  }

  HttpExchange admitted(HttpAdmission other) {
    return new HttpExchange(
        call, stage, api, incoming, target, parameters, extendedId, traceId, other);
  }

  /// What a selection expression such as `$request.header.Auth` finds; null for nothing.
  @Nullable String selected(String expression) {
    var matcher = SELECTION.matcher(expression);
    if (!matcher.matches()) {
      return null;
    }
    var name = matcher.group(2);
    var value =
        switch (matcher.group(1)) {
          case "request.header" -> String.join(",", incoming.request().headers().all(name));
          case "request.querystring" -> String.join(",", incoming.query().all(name));
          case "stageVariables" -> stageVariables().get(name);
          default -> HttpEvents.context(this, name);
        };
    return value == null || value.isEmpty() ? null : value;
  }

  /// The ARN of what is asked for, as the policies of whoever asks name it.
  Arn method() {
    return Arn.of(
        "execute-api",
        call.scope(),
        apiId() + '/' + stage.stageName() + '/' + incoming.request().method() + incoming.path());
  }

  String apiId() {
    return String.valueOf(api.apiId());
  }

  /// The path with the stage, where that is a part of it.
  String fullPath() {
    return stage.stageName().equals(DEFAULT)
        ? incoming.path()
        : '/' + stage.stageName() + incoming.path();
  }

  Map<String, String> stageVariables() {
    var variables = stage.stageVariables();
    return variables == null ? Map.of() : variables;
  }

  /// The values of the path's variables, decoded.
  Map<String, String> decodedParameters() {
    var decoded = new LinkedHashMap<String, String>();
    parameters.forEach((name, value) -> decoded.put(name, decoded(value)));
    return decoded;
  }

  static String decoded(String value) {
    try {
      return PercentCode.decode(value);
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  /// The ARN of the route, as the policies of functions name it.
  Arn source() {
    var verb = incoming.request().method();
    var route = target.key().equals(DEFAULT) ? '/' + DEFAULT : '/' + verb + target.path();
    return Arn.of("execute-api", call.scope(), apiId() + '/' + stage.stageName() + route);
  }

  /// Whether the body is bytes, not text.
  boolean binary() {
    var type = incoming.request().headers().first("content-type");
    if (type == null) {
      return false;
    }
    var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return !bare.startsWith("text/")
        && !bare.endsWith("+json")
        && !bare.endsWith("+xml")
        && !TEXTS.contains(bare);
  }

  private static final Set<String> TEXTS =
      Set.of("application/json", "application/javascript", "application/xml");

  Json body() {
    var body = incoming.body();
    return Json.of(binary() ? body.toBase64() : body.toUtf8());
  }
}
