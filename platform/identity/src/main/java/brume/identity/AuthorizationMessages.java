package brume.identity;

import brume.base.Ids;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Why calls were denied, sealed: who was denied carries it to somebody who may know.
///
/// Source: AWS STS API reference, `DecodeAuthorizationMessage`.
public final class AuthorizationMessages {
  private static final String PURPOSE = "authorization-message ";

  private final TokenSeal seal;

  /// @param key [SessionTokens#KEY_BYTES] secret bytes
  public AuthorizationMessages(byte[] key, Ids ids) {
    seal = new TokenSeal(key, ids);
  }

  /// @param account whose principals may open it
  public String encode(String account, String message) {
    return seal.close(PURPOSE + account, message.getBytes(StandardCharsets.UTF_8));
  }

  /// Null for what was not encoded here for the account.
  public @Nullable String decode(String account, String encoded) {
    var opened = seal.open(PURPOSE + account, encoded);
    return opened == null ? null : new String(opened, StandardCharsets.UTF_8);
  }
}
