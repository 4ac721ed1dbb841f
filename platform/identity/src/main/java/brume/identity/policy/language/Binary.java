package brume.identity.policy.language;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What `BinaryEquals` compares; the request's value is in base 64, too.
record Binary(byte[] bytes) implements Comparison {

  static Comparison of(String value) {
    var bytes = read(value);
    if (bytes == null) {
      throw MalformedPolicyException.syntax();
    }
    return new Binary(bytes);
  }

  @Override
  public boolean matches(String value, ContextKeys keys) {
    return Arrays.equals(bytes, read(value));
  }

  private static byte @Nullable [] read(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
