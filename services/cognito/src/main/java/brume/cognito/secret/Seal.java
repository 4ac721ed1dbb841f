package brume.cognito.secret;

import brume.base.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Encrypts and authenticates what must not be read from the disk, and what clients carry about
/// without being able to change it (AES-256-GCM).
///
/// Each sealing has a key of its own, derived from the master key and a salt, so that no number of
/// them wears a key out. What is sealed for one purpose does not open for another.
public final class Seal {
  /// Of the master key, in bytes.
  public static final int KEY_BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final byte VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BITS = 128;
  private static final byte[] NONCE = new byte[12];

  private final SecretKeySpec master;
  private final Ids ids;

  /// @param key [#KEY_BYTES] secret bytes
  /// @param ids where salts come from
  public Seal(byte[] key, Ids ids) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of Cognito's secrets is 32 bytes long");
    }
    this.master = new SecretKeySpec(key, HMAC);
    this.ids = ids;
  }

  public byte[] close(String purpose, byte[] content) {
    var salt = ids.bytes(SALT_BYTES);
    try {
      var closed = cipher(Cipher.ENCRYPT_MODE, salt, purpose).doFinal(content);
      return ByteBuffer.allocate(1 + SALT_BYTES + closed.length)
          .put(VERSION)
          .put(salt)
          .put(closed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  /// Null for what was not sealed here for this purpose.
  public byte @Nullable [] open(String purpose, byte[] closed) {
    if (closed.length <= 1 + SALT_BYTES || closed[0] != VERSION) {
      return null;
    }
    var salt = Arrays.copyOfRange(closed, 1, 1 + SALT_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, salt, purpose)
          .doFinal(closed, 1 + SALT_BYTES, closed.length - 1 - SALT_BYTES);
    } catch (AEADBadTagException forged) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  /// Sealed text as text that fits into URLs and JSON.
  public String closeText(String purpose, String content) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(close(purpose, content.getBytes(StandardCharsets.UTF_8)));
  }

  /// Null for what [#closeText] did not make for this purpose.
  public @Nullable String openText(String purpose, String closed) {
    try {
      var content = open(purpose, Base64.getUrlDecoder().decode(closed));
      return content == null ? null : new String(content, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /// 32 bytes that are always the same for a text, and that nobody without the key can foretell.
  public byte[] mark(String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(master);
      mac.update((byte) 0);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
    }
  }

  private Cipher cipher(int mode, byte[] salt, String purpose) throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(master);
    mac.update((byte) 1);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(mac.doFinal(salt), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
