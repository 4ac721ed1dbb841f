package brume.identity.signature;

import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// The chain of signatures of an `aws-chunked` body: each covers the one before it.
///
/// Source: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple
/// Chunks" and the same with trailing headers.
final class ChunkSignatures {
  private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";

  private final SigningKey key;
  private final String timestampAndScope;
  private final MessageDigest digest = Sha256.digest();
  private String previous;

  ChunkSignatures(SigningKey key, String timestamp, SigningScope scope, String seed) {
    this.key = key;
    this.timestampAndScope = timestamp + '\n' + scope + '\n';
    this.previous = seed;
  }

  void data(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /// The signature of the chunk whose data came since the last one.
  String chunk() {
    var hash = HexFormat.of().formatHex(digest.digest());
    return next(CHUNK, Sha256.OF_NOTHING + '\n' + hash);
  }

  /// @param canonical each field as `name:value` and a line feed
  String trailer(String canonical) {
    return next(TRAILER, Sha256.hex(canonical.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private String next(String kind, String rest) {
    previous = key.sign(kind + '\n' + timestampAndScope + previous + '\n' + rest);
    return previous;
  }

  void requireChunk(String signature) {
    require(chunk(), signature);
  }

  void requireTrailer(String canonical, String signature) {
    require(trailer(canonical), signature);
  }

  private static void require(String expected, String actual) {
    if (!SignatureVerifier.same(expected, actual)) {
      throw Refusal.MISMATCH.because(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method.");
    }
  }
}
