package brume.identity;

import brume.http.Request;
import org.jspecify.annotations.Nullable;

/// Finds the credential that a request names.
@FunctionalInterface
public interface Credentials {
  /// Null when there is no such active key, or when the token is not of this key. An expired
  /// temporary credential is found; who verifies tells its age.
  @Nullable Credential find(String accessKeyId, @Nullable String sessionToken);

  /// As [#find(String, String)], where a key may be good for some senders only.
  default @Nullable Credential find(
      String accessKeyId, @Nullable String sessionToken, Request request) {
    return find(accessKeyId, sessionToken);
  }
}
