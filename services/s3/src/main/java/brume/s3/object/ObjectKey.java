package brume.s3.object;

import static brume.model.s3.S3Error.KEY_TOO_LONG_ERROR;

import brume.s3.refusal.Detail;
import java.nio.charset.StandardCharsets;

/// How an object may be named.
///
/// Source: Amazon S3 User Guide, "Naming Amazon S3 objects".
public final class ObjectKey {
  /// In UTF-8.
  public static final int MAX_BYTES = 1024;

  private ObjectKey() {}

  public static void check(String key) {
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw KEY_TOO_LONG_ERROR.because(
          "Your key is too long",
          Detail.of("Size", String.valueOf(bytes), "MaxSizeAllowed", String.valueOf(MAX_BYTES)));
    }
  }
}
