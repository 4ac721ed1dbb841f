package brume.apigateway.execution;

import brume.apigateway.record.Lacking;
import brume.apigateway.rest.ResponseType;
import brume.apigateway.template.Template;
import brume.http.Headers;
import brume.http.Response;
import brume.json.Json;
import brume.model.apigateway.GatewayResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an API answers by itself, compiled.
///
/// @param status null for the case's own
record OwnResponse(
    @Nullable Integer status, Map<String, String> parameters, Map<String, Template> templates) {
  private static final String JSON = "application/json";
  private static final String HEADER = "gatewayresponse.header.";

  static final OwnResponse STANDARD =
      new OwnResponse(null, Map.of(), Map.of(JSON, Template.parse(ResponseType.DEFAULT_TEMPLATE)));

  static OwnResponse of(GatewayResponse given) {
    var templates = new LinkedHashMap<String, Template>();
    if (given.responseTemplates() != null) {
      given.responseTemplates().forEach((type, text) -> templates.put(type, Template.parse(text)));
    }
    var parameters =
        given.responseParameters() == null ? Map.<String, String>of() : given.responseParameters();
    for (var entry : parameters.entrySet()) {
      if (!entry.getKey().startsWith(HEADER)) {
        throw Lacking.feature("the gateway response parameter " + entry.getKey());
      }
      ResponseMapping.checkSource(entry.getValue());
    }
    var status = given.statusCode();
    return new OwnResponse(
        status == null ? null : (Integer) Integer.parseInt(status), parameters, templates);
  }

  Response response(Failure failure, Exchange exchange) {
    var error =
        Json.object(
            "message", Json.of(failure.message()),
            "messageString", Json.of(Json.of(failure.message()).print()),
            "responseType", Json.of(failure.type().name()),
            "validationErrorString", Json.of(failure.detail()));
    var scope = exchange.scope("").with("error", error);
    var type =
        templates.containsKey(JSON) || templates.isEmpty()
            ? JSON
            : templates.keySet().iterator().next();
    var template = templates.get(type);
    var text =
        failure.byPolicy() && equals(STANDARD)
            ? Json.object("Message", Json.of(failure.message())).print()
            : template == null ? "" : template.render(scope);
    var response = Response.of(status == null ? failure.status() : status, type, text);
    response = response.with("x-amzn-ErrorType", failure.errorType());
    for (var entry : parameters.entrySet()) {
      var value = ResponseMapping.value(entry.getValue(), scope, Headers.EMPTY);
      if (value != null) {
        response = response.with(entry.getKey().substring(HEADER.length()), value);
      }
    }
    return response;
  }
}
