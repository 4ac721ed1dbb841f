package brume.apigateway.execution;

import brume.apigateway.gateway.EventParts;
import brume.apigateway.gateway.Incoming;
import brume.apigateway.template.RequestParameters;
import brume.apigateway.template.TemplateVariables;
import brume.base.Arn;
import brume.model.apigateway.RestApi;
import brume.model.apigateway.Stage;
import brume.service.Call;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request and what is known of it.
///
/// @param parameters of the path, as they were sent; empty before the request is routed
/// @param route null before the request is routed
record Exchange(
    Call call,
    Stage stage,
    RestApi api,
    Incoming incoming,
    String extendedId,
    String traceId,
    @Nullable Route route,
    Map<String, String> parameters,
    Admission admission)
    implements RequestParameters {
  static Exchange of(Call call, Stage stage, RestApi api, Incoming incoming) {
    var extended = Base64.getUrlEncoder().encodeToString(call.ids().bytes(EXTENDED_ID_BYTES));
    return new Exchange(
        call,
        stage,
        api,
        incoming,
        extended,
        Incoming.traceId(call),
        null,
        Map.of(),
        Admission.OPEN);
  }

  private static final int EXTENDED_ID_BYTES = 11;

  Exchange at(Route found, Map<String, String> pathParameters) {
    return new Exchange(
        call, stage, api, incoming, extendedId, traceId, found, pathParameters, admission);
  }

  Exchange with(Incoming other) {
    return new Exchange(call, stage, api, other, extendedId, traceId, route, parameters, admission);
  }

  Exchange admitted(Admission other) {
    return new Exchange(call, stage, api, incoming, extendedId, traceId, route, parameters, other);
  }

  String apiId() {
    return String.valueOf(api.id());
  }

  String stageName() {
    return String.valueOf(stage.stageName());
  }

  Map<String, String> stageVariables() {
    var variables = stage.variables();
    return variables == null ? Map.of() : variables;
  }

  /// The ARN of the route, as the policies of functions name it.
  Arn source(Route to) {
    return Arn.of(
        "execute-api",
        call.scope(),
        apiId() + '/' + stageName() + '/' + incoming.request().method() + to.resourcePath());
  }

  /// The ARN of what is asked for, as the policies of whoever asks name it.
  Arn method() {
    return Arn.of(
        "execute-api",
        call.scope(),
        apiId() + '/' + stageName() + '/' + incoming.request().method() + incoming.path());
  }

  /// All values of a parameter.
  ///
  /// @param place `path`, `querystring` or `header`
  List<String> parameters(String place, String name) {
    return switch (place) {
      case "path" -> {
        var value = parameters.get(name);
        yield value == null ? List.of() : List.of(value);
      }
      case "querystring" -> incoming.query().all(name);
      default -> incoming.request().headers().all(name);
    };
  }

  @Override
  public Map<String, Map<String, String>> all() {
    var path = new LinkedHashMap<>(parameters);
    var query = new LinkedHashMap<String, String>();
    incoming.query().parameters().forEach(each -> query.put(each.name(), each.value()));
    var headers = new LinkedHashMap<String, String>();
    EventParts.byName(incoming.request().headers())
        .forEach((name, values) -> headers.put(name, values.getLast()));
    return Map.of("path", path, "querystring", query, "header", headers);
  }

  @Override
  public @Nullable String find(String name) {
    for (var place : List.of("path", "querystring", "header")) {
      var values = parameters(place, name);
      if (!values.isEmpty()) {
        return values.getLast();
      }
    }
    return null;
  }

  /// What templates see.
  ///
  /// @param body of the request, or of the answer to it
  TemplateVariables scope(String body) {
    return new TemplateVariables(RestEvent.context(this), stageVariables(), body, this);
  }
}
