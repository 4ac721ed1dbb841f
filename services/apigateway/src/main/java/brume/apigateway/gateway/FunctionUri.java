package brume.apigateway.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The addresses of functions in integrations and authorizers.
public final class FunctionUri {
  private static final Pattern INVOCATION =
      Pattern.compile(
          "arn:aws:apigateway:[^:]*:lambda:path/+\\d{4}-\\d{2}-\\d{2}/functions/(.+)/invocations");
  private static final String FUNCTION = "arn:aws:lambda:";

  private FunctionUri() {}

  /// The ARN of the function that an address invokes, stage variables still in it; null when it is
  /// no function's.
  public static @Nullable String function(@Nullable String uri) {
    if (uri == null) {
      return null;
    }
    if (uri.startsWith(FUNCTION)) {
      return uri;
    }
    var matcher = INVOCATION.matcher(uri);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
