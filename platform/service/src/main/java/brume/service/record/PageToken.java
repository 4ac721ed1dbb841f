package brume.service.record;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the last key's part behind its parent, in URL-safe Base64.
final class PageToken {
  private PageToken() {}

  static @Nullable String encode(byte @Nullable [] lastKey, int parentLength) {
    return lastKey == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOfRange(lastKey, parentLength, lastKey.length));
  }

  static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
