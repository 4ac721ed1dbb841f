package brume.apigateway.execution;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a request that tells whom it comes from.
///
/// Source: API Gateway API reference, "CreateAuthorizer", `identitySource`.
///
/// @param place `header`, `querystring`, `stageVariables` or `context`
record IdentitySource(String place, String name) {
  private static final Pattern OF_REQUEST =
      Pattern.compile("method\\.request\\.(header|querystring)\\.(.+)");
  private static final Pattern OTHER = Pattern.compile("(stageVariables|context)\\.(.+)");

  /// Throws the refusal of what is no list of sources.
  static List<IdentitySource> all(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).map(IdentitySource::of).toList();
  }

  private static IdentitySource of(String text) {
    for (var pattern : List.of(OF_REQUEST, OTHER)) {
      var matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return new IdentitySource(matcher.group(1), matcher.group(2));
      }
    }
    throw BAD_REQUEST_EXCEPTION.because("Invalid identity source: " + text);
  }

  /// Null when the request does not have it.
  @Nullable String value(Exchange exchange) {
    var value =
        switch (place) {
          case "stageVariables" -> exchange.stageVariables().get(name);
          case "context" -> exchange.scope("").context(name);
          default -> {
            var values = exchange.parameters(place, name);
            yield values.isEmpty() ? null : values.getLast();
          }
        };
    return value == null || value.isEmpty() ? null : value;
  }
}
