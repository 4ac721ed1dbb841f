package brume.apigateway.execution;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.rest.ClusterSize;
import brume.model.apigateway.Integration;
import brume.model.apigateway.MethodSetting;
import brume.model.apigateway.Stage;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the responses of a method are cached.
///
/// @param bytes the size of the stage's cluster
/// @param seconds how long a response is good
/// @param prefix begins the keys of its responses
/// @param keys the parameters that tell responses apart
/// @param guarded whether clients must be allowed to have a response made anew
/// @param strategy what happens to those who are not
record CacheRule(
    long bytes, int seconds, String prefix, List<CacheKey> keys, boolean guarded, String strategy) {
  /// A parameter of the request.
  ///
  /// @param place `path`, `querystring` or `header`
  record CacheKey(String place, String name) {
    private static final String MAPPED = "integration.request.";
    private static final Pattern SENT =
        Pattern.compile("method\\.request\\.(?:multivalue)?(path|querystring|header)\\.(.+)");

    /// Throws the refusal of a name that is no parameter's.
    private static CacheKey of(String name, Integration integration) {
      var mapping = integration.requestParameters();
      var source =
          name.startsWith(MAPPED) && mapping != null ? mapping.getOrDefault(name, name) : name;
      var matcher = SENT.matcher(source);
      if (!matcher.matches()) {
        throw BAD_REQUEST_EXCEPTION.because("Invalid cache key parameter specified: " + name);
      }
      return new CacheKey(matcher.group(1), matcher.group(2));
    }
  }

  /// What stands for a request among those of the stage.
  String key(Exchange exchange) {
    var key = new StringBuilder(prefix);
    for (var each : keys) {
      key.append('\0');
      exchange.parameters(each.place, each.name).forEach(value -> key.append('\1').append(value));
    }
    return key.toString();
  }

  /// Null when responses are not cached.
  static @Nullable CacheRule of(
      @Nullable Stage stage, MethodSetting setting, String verb, Integration integration) {
    long bytes = ClusterSize.bytes(stage);
    int seconds = Objects.requireNonNullElse(setting.cacheTtlInSeconds(), 0);
    if (bytes == 0 || seconds == 0 || !Boolean.TRUE.equals(setting.cachingEnabled())) {
      return null;
    }
    var parameters =
        Objects.requireNonNullElse(integration.cacheKeyParameters(), List.<String>of());
    return new CacheRule(
        bytes,
        seconds,
        integration.cacheNamespace() + ' ' + verb,
        parameters.stream().map(name -> CacheKey.of(name, integration)).toList(),
        !Boolean.FALSE.equals(setting.requireAuthorizationForCacheControl()),
        String.valueOf(setting.unauthorizedCacheControlHeaderStrategy()));
  }
}
