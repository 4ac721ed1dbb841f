package brume.identity.signature;

import brume.http.Request;
import brume.identity.sigv4.SigningScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a signed request says of its own signature, before anything is verified.
///
/// @param signedHeaders in lower case, as listed
/// @param signature in lower-case hex
/// @param timestamp `X-Amz-Date` in its long form, `20250131T235959Z`
/// @param expires how long a presigned URL is valid, in seconds; null in the header form
public record Authorization(
    String accessKeyId,
    SigningScope scope,
    List<String> signedHeaders,
    String signature,
    String timestamp,
    Instant signedAt,
    @Nullable String sessionToken,
    @Nullable Long expires) {

  /// Null when the request carries no signature. Throws [RefusedException] when it carries one that
  /// cannot be read, or both forms.
  public static @Nullable Authorization of(Request request) {
    var header = request.headers().first("authorization");
    boolean presigned = PresignedQuery.isIn(request.query());
    if (header != null && presigned) {
      throw Refusal.INCOMPLETE.because(
          "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
              + " query string parameter or the Authorization header should be specified");
    }
    if (presigned) {
      return PresignedQuery.read(request);
    }
    return header == null || header.startsWith("Bearer ")
        ? null
        : AuthorizationHeader.read(header, request.headers());
  }

  /// Whether it stands in the query of a URL.
  public boolean presigned() {
    return expires != null;
  }

  /// Refuses a request that was signed for another service than it was sent to.
  ///
  /// @param signingName such as `dynamodb`
  public void requireService(String signingName) {
    ScopeCheck.service(this, signingName);
  }

  /// Refuses a request that was signed for another region than it was sent to.
  public void requireRegion(String region) {
    ScopeCheck.region(this, region);
  }
}
