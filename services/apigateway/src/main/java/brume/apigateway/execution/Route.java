package brume.apigateway.execution;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.template.MappingTemplate;
import brume.model.apigateway.Integration;
import brume.model.apigateway.Method;
import brume.model.apigateway.Resource;
import brume.model.apigateway.ThrottleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A method of a resource, with what is behind it.
///
/// @param templates of the requests to what is behind, by media type
/// @param answers how answers become responses
/// @param schemas what bodies must be like
/// @param guard who may use it
/// @param pace how many requests it takes
/// @param caching null where responses are not cached
record Route(
    Resource resource,
    Method method,
    Integration integration,
    Map<String, MappingTemplate> templates,
    List<Answer> answers,
    boolean checksParameters,
    BodySchemas schemas,
    RestGuard guard,
    @Nullable CacheRule caching,
    Pace pace) {
  String type() {
    return String.valueOf(integration.type());
  }

  boolean isFunction() {
    return FunctionUri.function(integration.uri()) != null;
  }

  String resourcePath() {
    return String.valueOf(resource.path());
  }

  Duration limit() {
    return Duration.ofMillis(Objects.requireNonNull(integration.timeoutInMillis()));
  }

  /// One way in which an answer becomes a response.
  ///
  /// @param pattern of the status or the error; null for the answers that no other pattern fits
  record Answer(
      int status,
      @Nullable Pattern pattern,
      Map<String, String> parameters,
      Map<String, MappingTemplate> templates) {}

  /// How many requests a method takes.
  ///
  /// @param method as usage plans name it, such as `/pets/GET`
  /// @param limits null where the stage sets none
  record Pace(String method, @Nullable ThrottleSettings limits) {}
}
