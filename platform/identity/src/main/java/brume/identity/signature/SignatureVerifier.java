package brume.identity.signature;

import brume.base.Body;
import brume.http.QueryString;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import brume.identity.sigv4.CanonicalRequest;
import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Verifies AWS Signature Version 4 in all forms that clients use.
///
/// Source: IAM User Guide, "AWS Signature Version 4 for API requests"; S3 API reference,
/// "Authenticating Requests (AWS Signature Version 4)".
public final class SignatureVerifier {
  /// How far a client's clock may be from ours.
  public static final Duration MAX_SKEW = Duration.ofMinutes(15);

  private final Credentials credentials;
  private final int mayKeep;
  private final SigningKeys keys = new SigningKeys();

  /// @param mayKeep how long a streamed body may be whose hash the client did not send, in bytes:
  ///   it is kept in memory to compute it
  public SignatureVerifier(Credentials credentials, int mayKeep) {
    this.credentials = credentials;
    this.mayKeep = mayKeep;
  }

  /// Who sent the request. One without a signature comes from [Principal.Anonymous].
  ///
  /// Throws [RefusedException] when the signature is not good, and [IOException] when the body
  /// cannot be read.
  public Verified verify(Request request, Instant now) throws IOException {
    var signed = Authorization.of(request);
    return signed == null ? anonymous(request) : verify(request, signed, now);
  }

  /// Who presigned the URL of a request for S3 with signature version 2, or nobody.
  ///
  /// Throws as [#verify(Request, Instant)] does.
  ///
  /// @param path of the request with the bucket in it, which is what is signed
  public Verified verifyForS3(Request request, String path, Instant now) throws IOException {
    var signed = SignatureVersion2.of(request);
    if (signed == null) {
      return anonymous(request);
    }
    var credential = credential(request, signed.accessKeyId(), signed.sessionToken(), true, now);
    var sent = HoistedHeaders.in(request, true);
    signed.check(sent.withPath(path), credential.secretKey(), now);
    return new Verified(
        credential.principal(), credential, null, BodyMode.UNSIGNED, sent, Trailers.none());
  }

  /// As [#verify(Request, Instant)], for who has read the request's authorization already.
  public Verified verify(Request request, Authorization signed, Instant now) throws IOException {
    SignedTime.check(signed, now);
    SignedHeaders.check(request, signed);
    var credential =
        credential(
            request,
            signed.accessKeyId(),
            signed.sessionToken(),
            signed.scope().rules() == SigningRules.S3,
            now);
    var query =
        request.query().isEmpty() ? QueryString.EMPTY : PresignedQuery.parse(request.query());
    var payload = Payload.of(request, signed, query, mayKeep);
    var canonical =
        CanonicalRequest.of(
            request, query, signed.signedHeaders(), payload.text(), signed.scope().rules());
    var key = requireMatch(signed, credential.secretKey(), canonical);
    return verified(request, signed, credential, payload, key);
  }

  private Credential credential(
      Request request, String accessKeyId, @Nullable String token, boolean s3, Instant now) {
    var credential = credentials.find(accessKeyId, token, request);
    if (credential == null && token != null) {
      throw Refusal.INVALID_TOKEN.because(
          s3
              ? "The provided token is malformed or otherwise invalid."
              : "The security token included in the request is invalid.");
    }
    if (credential == null) {
      throw Refusal.UNKNOWN_KEY.because(
          s3
              ? "The AWS Access Key Id you provided does not exist in our records."
              : "The security token included in the request is invalid.");
    }
    if (credential.expiredAt(now)) {
      throw Refusal.EXPIRED_TOKEN.because(
          s3
              ? "The provided token has expired."
              : "The security token included in the request is expired");
    }
    return credential;
  }

  private SigningKey requireMatch(Authorization signed, String secret, String canonical) {
    var key = keys.of(secret, signed.scope());
    var text = StringToSign.of(signed.timestamp(), signed.scope(), canonical);
    if (!same(key.sign(text), signed.signature())) {
      throw StringToSign.mismatch(canonical, text, signed.scope().rules());
    }
    keys.remember(secret, signed.scope(), key);
    return key;
  }

  private static Verified verified(
      Request request, Authorization signed, Credential credential, Payload payload, SigningKey key)
      throws IOException {
    boolean hoists = signed.presigned() && signed.scope().rules() == SigningRules.S3;
    var sent = hoists ? HoistedHeaders.in(request, false) : request;
    var trailers = Trailers.none();
    if (payload.mode().chunked()) {
      var signatures =
          payload.mode().signedChunks()
              ? new ChunkSignatures(key, signed.timestamp(), signed.scope(), signed.signature())
              : null;
      var decoded = ChunkedRequest.of(request, payload.mode(), signatures);
      sent = decoded.request();
      trailers = decoded.trailers();
    } else if (payload.mode() == BodyMode.WHOLE) {
      sent = sent.with(payload.proven() ? payload.body() : checked(payload));
    }
    return new Verified(credential.principal(), credential, signed, payload.mode(), sent, trailers);
  }

  private static Body checked(Payload payload) throws IOException {
    var body = payload.body();
    var hash = payload.text();
    if (body instanceof Body.OfBytes(var bytes)) {
      HashedStream.require(hash, Sha256.hex(bytes.shared()));
      return body;
    }
    var stream = new LastByteStream(new HashedStream(body.open(), hash));
    return new Body.OfStream(stream, body.length());
  }

  /// Unsigned requests to public buckets may be chunked all the same.
  private static Verified anonymous(Request request) throws IOException {
    var nobody = new Principal.Anonymous();
    var declared = request.headers().first(Payload.HEADER);
    if (BodyMode.UNSIGNED_TRAILER.isDeclaredBy(declared)) {
      var decoded = ChunkedRequest.of(request, BodyMode.UNSIGNED_TRAILER, null);
      return new Verified(
          nobody, null, null, BodyMode.UNSIGNED_TRAILER, decoded.request(), decoded.trailers());
    }
    return new Verified(nobody, null, null, BodyMode.UNSIGNED, request, Trailers.none());
  }

  /// Compares without telling by its time how much was right.
  static boolean same(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.ISO_8859_1),
        actual.getBytes(StandardCharsets.ISO_8859_1));
  }
}
