package brume.identity;

import brume.base.Ids;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Issues temporary credentials and opens them again. The token is the credential itself, sealed
/// together with its access key id.
public final class SessionTokens {
  /// Of the master key, in bytes.
  public static final int KEY_BYTES = TokenSeal.KEY_BYTES;

  /// A longer text is no token of ours; in characters.
  public static final int MAX_CHARS = 12 << 10;

  private static final int REMEMBERED = 4096;

  private final TokenSeal seal;
  private final Ids ids;
  private final Slots<String, Credential> opened = new Slots<>(REMEMBERED);

  /// @param key [#KEY_BYTES] secret bytes
  /// @param ids where salts and secrets come from
  public SessionTokens(byte[] key, Ids ids) {
    this.seal = new TokenSeal(key, ids);
    this.ids = ids;
  }

  /// Fresh temporary credentials, which end `life` after the session's moment of issue.
  ///
  /// @param account the account that the access key id names
  public Credential issue(String account, Principal principal, Session session, Duration life) {
    var keyId = AccessKeyIds.issue(AccessKeyIds.TEMPORARY, account, ids);
    var secret = AccessKeyIds.secret(ids);
    var issued = session.issued().truncatedTo(ChronoUnit.SECONDS);
    var whole = new Session(issued, session.policies(), session.tags(), session.context());
    var expires = issued.plus(life).truncatedTo(ChronoUnit.SECONDS);
    var open = new Credential(keyId, secret, null, principal, expires, whole);
    return withToken(open, seal.close(keyId, TokenContent.write(open)));
  }

  /// The credential in a token; null when the token was not issued here for this access key id.
  public @Nullable Credential open(String accessKeyId, String token) {
    if (token.length() > MAX_CHARS) {
      return null;
    }
    var known = opened.get(token);
    if (known == null) {
      var content = seal.open(accessKeyId, token);
      if (content == null) {
        return null;
      }
      known = withToken(TokenContent.read(accessKeyId, content), token);
      opened.put(token, known);
    }
    return known.accessKeyId().equals(accessKeyId) ? known : null;
  }

  private static Credential withToken(Credential open, String token) {
    return new Credential(
        open.accessKeyId(),
        open.secretKey(),
        token,
        open.principal(),
        open.expires(),
        open.session());
  }
}
