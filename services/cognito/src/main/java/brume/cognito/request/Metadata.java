package brume.cognito.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What clients send for functions to read.
public final class Metadata {
  private Metadata() {}

  public static Map<String, String> of(@Nullable Map<String, String> given) {
    return given == null ? Map.of() : given;
  }
}
