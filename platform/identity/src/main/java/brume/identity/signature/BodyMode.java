package brume.identity.signature;

import brume.identity.sigv4.Sha256;
import org.jspecify.annotations.Nullable;

/// How far a signature covers the body.
///
/// Source: "Authenticating Requests: Using the Authorization Header", `x-amz-content-sha256`.
public enum BodyMode {
  /// Its hash is signed.
  WHOLE(null),
  UNSIGNED("UNSIGNED-PAYLOAD"),
  /// `aws-chunked`: each chunk is signed.
  CHUNKS("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
  /// `aws-chunked`: each chunk and the trailer are signed.
  CHUNKS_AND_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
  /// `aws-chunked`, nothing signed, with a trailer.
  UNSIGNED_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER");

  private final @Nullable String word;

  BodyMode(@Nullable String word) {
    this.word = word;
  }

  /// @param declared the value of `x-amz-content-sha256`: a hash or one of S3's words
  static BodyMode of(String declared) {
    for (var mode : values()) {
      if (mode.isDeclaredBy(declared)) {
        return mode;
      }
    }
    if (Sha256.isHash(declared)) {
      return WHOLE;
    }
    throw Refusal.INVALID_CONTENT_HASH.because(
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
            + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a"
            + " valid sha256 value.");
  }

  boolean isDeclaredBy(@Nullable String declared) {
    return word != null && word.equals(declared);
  }

  boolean chunked() {
    return this == CHUNKS || this == CHUNKS_AND_TRAILER || this == UNSIGNED_TRAILER;
  }

  boolean signedChunks() {
    return this == CHUNKS || this == CHUNKS_AND_TRAILER;
  }

  boolean trailer() {
    return this == CHUNKS_AND_TRAILER || this == UNSIGNED_TRAILER;
  }
}
