package brume.identity;

import brume.base.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Issues temporary credentials and opens them again. The token is the credential itself, encrypted
/// and authenticated (AES-256-GCM), so nothing is stored and it survives a restart for as long as
/// the key does.
///
/// Each token has a key of its own, derived from the master key and the token's salt, so that no
/// number of tokens wears a key out. The access key id is authenticated with the content.
public final class SessionTokens {
  /// Of the master key, in bytes.
  public static final int KEY_BYTES = 32;

  /// A longer text is no token of ours; in characters.
  public static final int MAX_CHARS = 12 << 10;

  private static final byte VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BITS = 128;
  private static final byte[] NONCE = new byte[12];
  private static final int REMEMBERED = 4096;

  private final SecretKeySpec master;
  private final Ids ids;
  private final Slots<String, Credential> opened = new Slots<>(REMEMBERED);

  /// @param key [#KEY_BYTES] secret bytes
  /// @param ids where salts and secrets come from
  public SessionTokens(byte[] key, Ids ids) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of session tokens is 32 bytes long");
    }
    this.master = new SecretKeySpec(key, "HmacSHA256");
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
    return withToken(open, seal(keyId, TokenContent.write(open)));
  }

  /// The credential in a token; null when the token was not issued here for this access key id.
  public @Nullable Credential open(String accessKeyId, String token) {
    if (token.length() > MAX_CHARS) {
      return null;
    }
    var known = opened.get(token);
    if (known == null) {
      var content = unseal(accessKeyId, token);
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

  private String seal(String accessKeyId, byte[] content) {
    var salt = ids.bytes(SALT_BYTES);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, salt, accessKeyId).doFinal(content);
      var token = ByteBuffer.allocate(1 + SALT_BYTES + sealed.length);
      token.put(VERSION).put(salt).put(sealed);
      return Base64.getEncoder().encodeToString(token.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  private byte @Nullable [] unseal(String accessKeyId, String token) {
    var bytes = decode(token);
    if (bytes.length <= 1 + SALT_BYTES || bytes[0] != VERSION) {
      return null;
    }
    var salt = java.util.Arrays.copyOfRange(bytes, 1, 1 + SALT_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, salt, accessKeyId)
          .doFinal(bytes, 1 + SALT_BYTES, bytes.length - 1 - SALT_BYTES);
    } catch (AEADBadTagException forged) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private Cipher cipher(int mode, byte[] salt, String accessKeyId) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(master);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(mac.doFinal(salt), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(accessKeyId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
