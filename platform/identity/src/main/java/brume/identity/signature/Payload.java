package brume.identity.signature;

import brume.base.Body;
import brume.http.QueryString;
import brume.http.Request;
import brume.identity.sigv4.Sha256;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The body of a signed request and the text that stands for it in the canonical request.
///
/// @param text a hash, or one of S3's words
/// @param body the body itself, kept when its hash had to be computed here
/// @param proven whether the body is known to have the hash
record Payload(BodyMode mode, String text, Body body, boolean proven) {
  static final String HEADER = "x-amz-content-sha256";

  /// @param mayKeep how long a stream may be whose hash the client did not send, in bytes
  static Payload of(Request request, Authorization signed, QueryString query, int mayKeep)
      throws IOException {
    var header = request.headers().first(HEADER);
    var declared = header == null ? query.first("X-Amz-Content-Sha256") : header;
    return switch (signed.scope().rules()) {
      case S3 -> ofS3(request.body(), signed, declared);
      case USUAL -> usual(request.body(), declared, mayKeep);
    };
  }

  private static Payload ofS3(Body body, Authorization signed, @Nullable String declared) {
    if (declared != null) {
      return new Payload(BodyMode.of(declared), declared, body, false);
    }
    if (!signed.presigned()) {
      throw Refusal.MISSING_CONTENT_HASH.because(
          "Missing required header for this request: x-amz-content-sha256");
    }
    return new Payload(BodyMode.UNSIGNED, "UNSIGNED-PAYLOAD", body, true);
  }

  private static Payload usual(Body body, @Nullable String declared, int mayKeep)
      throws IOException {
    if (declared != null && BodyMode.of(declared) != BodyMode.WHOLE) {
      throw Refusal.INVALID_CONTENT_HASH.because(
          "Only S3 takes a body that is not signed as a whole; x-amz-content-sha256 is: "
              + declared);
    }
    if (body instanceof Body.OfBytes(var bytes)) {
      return new Payload(BodyMode.WHOLE, Sha256.hex(bytes.shared()), body, true);
    }
    return declared == null
        ? kept(body, mayKeep)
        : new Payload(BodyMode.WHOLE, declared, body, false);
  }

  private static Payload kept(Body body, int mayKeep) throws IOException {
    try (var in = body.open()) {
      var bytes = in.readNBytes(mayKeep);
      if (in.read() >= 0) {
        throw Refusal.TOO_LARGE.because(
            "Request must be smaller than " + mayKeep + " bytes, or carry x-amz-content-sha256");
      }
      return new Payload(BodyMode.WHOLE, Sha256.hex(bytes), Body.of(bytes), true);
    }
  }
}
