package brume.s3.listing;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Where a page ended, as its reader gives it back.
public final class ContinuationToken {
  private ContinuationToken() {}

  public static @Nullable String encode(@Nullable String last) {
    return last == null
        ? null
        : Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  public static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw INVALID_ARGUMENT.because("The continuation token provided is incorrect");
    }
  }
}
