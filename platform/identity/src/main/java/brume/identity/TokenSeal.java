package brume.identity;

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

/// Seals what callers carry and may not read or change (AES-256-GCM), so that nothing is stored and
/// it survives a restart for as long as the key does.
///
/// Each text has a key of its own, derived from the master key and the text's salt, so that no
/// number of texts wears a key out.
final class TokenSeal {
  /// Of the master key, in bytes.
  static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BITS = 128;
  private static final byte[] NONCE = new byte[12];

  private final SecretKeySpec master;
  private final Ids ids;

  /// @param ids where salts come from
  TokenSeal(byte[] key, Ids ids) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("The key of session tokens is 32 bytes long");
    }
    this.master = new SecretKeySpec(key, "HmacSHA256");
    this.ids = ids;
  }

  /// @param about authenticated with the content, and needed to open it
  String close(String about, byte[] content) {
    var salt = ids.bytes(SALT_BYTES);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, salt, about).doFinal(content);
      var text = ByteBuffer.allocate(1 + SALT_BYTES + sealed.length);
      text.put(VERSION).put(salt).put(sealed);
      return Base64.getEncoder().encodeToString(text.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  /// Null when the text was not sealed here about this.
  byte @Nullable [] open(String about, String text) {
    var bytes = decode(text);
    if (bytes.length <= 1 + SALT_BYTES || bytes[0] != VERSION) {
      return null;
    }
    var salt = Arrays.copyOfRange(bytes, 1, 1 + SALT_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, salt, about)
          .doFinal(bytes, 1 + SALT_BYTES, bytes.length - 1 - SALT_BYTES);
    } catch (AEADBadTagException forged) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks AES-GCM", e);
    }
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private Cipher cipher(int mode, byte[] salt, String about) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(master);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(mac.doFinal(salt), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
