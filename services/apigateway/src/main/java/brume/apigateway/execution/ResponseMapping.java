package brume.apigateway.execution;

import brume.apigateway.record.Lacking;
import brume.apigateway.template.TemplateVariables;
import brume.http.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the headers of responses come from.
///
/// Source: API Gateway Developer Guide, "Parameter mapping source reference for REST APIs".
final class ResponseMapping {
  private static final String TARGET = "method.response.header.";
  private static final String HEADER = "integration.response.header.";
  private static final String CONTEXT = "context.";
  private static final String VARIABLE = "stageVariables.";

  private ResponseMapping() {}

  /// Refuses by name what is not known.
  static void check(Map<String, String> parameters) {
    parameters.forEach(
        (target, source) -> {
          if (!target.startsWith(TARGET)) {
            throw Lacking.feature("the response parameter " + target);
          }
          if (!source.startsWith(HEADER)) {
            checkSource(source);
          }
        });
  }

  static void checkSource(String source) {
    if (!isLiteral(source) && !source.startsWith(CONTEXT) && !source.startsWith(VARIABLE)) {
      throw Lacking.feature("the parameter source " + source);
    }
  }

  static boolean isLiteral(String source) {
    return source.length() > 1 && source.startsWith("'") && source.endsWith("'");
  }

  static Headers headers(
      Map<String, String> parameters, TemplateVariables scope, Headers answered) {
    var headers = Headers.EMPTY;
    for (var entry : parameters.entrySet()) {
      var value = value(entry.getValue(), scope, answered);
      if (value != null) {
        headers = headers.set(entry.getKey().substring(TARGET.length()), value);
      }
    }
    return headers;
  }

  static @Nullable String value(String source, TemplateVariables scope, Headers answered) {
    if (isLiteral(source)) {
      return source.substring(1, source.length() - 1);
    }
    if (source.startsWith(HEADER)) {
      return answered.first(source.substring(HEADER.length()));
    }
    if (source.startsWith(CONTEXT)) {
      return scope.context(source.substring(CONTEXT.length()));
    }
    return scope.stageVariables().get(source.substring(VARIABLE.length()));
  }
}
