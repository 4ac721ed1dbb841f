package brume.apigateway.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a service's action, or of a path of its API, in an integration.
///
/// Source: API Gateway API reference, "PutIntegration", `uri`.
///
/// @param service such as `dynamodb`
/// @param action whether `rest` is an action; else it is a path
public record ServiceUri(String region, String service, boolean action, String rest) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws:apigateway:([^:]*):([a-z0-9-]+):(action|path)/(.+)");

  /// Null for an address of another form.
  public static @Nullable ServiceUri of(String uri) {
    var matcher = FORM.matcher(uri);
    return matcher.matches()
        ? new ServiceUri(
            matcher.group(1), matcher.group(2), matcher.group(3).equals("action"), matcher.group(4))
        : null;
  }
}
