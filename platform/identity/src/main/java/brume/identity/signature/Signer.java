package brume.identity.signature;

import brume.base.Body;
import brume.base.PercentCode;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.sigv4.CanonicalRequest;
import brume.identity.sigv4.Sha256;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningRules;
import brume.identity.sigv4.SigningScope;
import brume.identity.sigv4.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Signs our own requests, in the header or the query.
///
/// @param service the signing name, such as `s3`
public record Signer(Credential credential, String region, String service) {

  /// The request with `X-Amz-Date`, `X-Amz-Security-Token` where there is one, for S3
  /// `x-amz-content-sha256`, and `Authorization`. All its headers are signed.
  ///
  /// A body that is not bytes is left unsigned, which S3 alone allows; elsewhere throws
  /// [IllegalArgumentException].
  public Request sign(Request request, Instant now) {
    var timestamp = Timestamps.format(now);
    var headers = request.headers().set("X-Amz-Date", timestamp);
    if (credential.sessionToken() != null) {
      headers = headers.set("X-Amz-Security-Token", credential.sessionToken());
    }
    var payload = payload(request.body());
    if (SigningRules.of(service) == SigningRules.S3) {
      headers = headers.set(Payload.HEADER, payload);
    }
    var whole = request.with(headers);
    var names = headers.names().stream().sorted().toList();
    var value =
        AuthorizationHeader.ALGORITHM
            + " Credential="
            + credential.accessKeyId()
            + '/'
            + scope(timestamp)
            + ", SignedHeaders="
            + String.join(";", names)
            + ", Signature="
            + signature(whole, names, payload, timestamp);
    return whole.with(headers.with("Authorization", value));
  }

  /// The query that makes a URL of the request, which is then valid for `life`, at most seven days.
  /// Host alone is signed of its headers.
  public String presign(Request request, Instant now, Duration life) {
    var timestamp = Timestamps.format(now);
    var query = new StringBuilder(request.query());
    add(query, "X-Amz-Algorithm", AuthorizationHeader.ALGORITHM);
    add(query, "X-Amz-Credential", credential.accessKeyId() + '/' + scope(timestamp));
    add(query, "X-Amz-Date", timestamp);
    add(query, "X-Amz-Expires", Long.toString(life.toSeconds()));
    if (credential.sessionToken() != null) {
      add(query, "X-Amz-Security-Token", credential.sessionToken());
    }
    add(query, "X-Amz-SignedHeaders", "host");
    boolean s3 = SigningRules.of(service) == SigningRules.S3;
    var payload = s3 ? "UNSIGNED-PAYLOAD" : payload(request.body());
    var whole =
        new Request(
            request.method(),
            request.path(),
            query.toString(),
            request.headers(),
            request.body(),
            request.remote(),
            request.secure());
    var signature = signature(whole, List.of("host"), payload, timestamp);
    return add(query, PresignedQuery.SIGNATURE, signature).toString();
  }

  private String payload(Body body) {
    if (body instanceof Body.OfBytes(var bytes)) {
      return Sha256.hex(bytes.shared());
    }
    if (SigningRules.of(service) != SigningRules.S3) {
      throw new IllegalArgumentException("Only S3 takes a body whose hash is not signed");
    }
    return "UNSIGNED-PAYLOAD";
  }

  private SigningScope scope(String timestamp) {
    return new SigningScope(timestamp.substring(0, timestamp.indexOf('T')), region, service);
  }

  private String signature(Request request, List<String> names, String payload, String timestamp) {
    var scope = scope(timestamp);
    var query = PresignedQuery.parse(request.query());
    var canonical = CanonicalRequest.of(request, query, names, payload, scope.rules());
    return SigningKey.derive(credential.secretKey(), scope)
        .sign(StringToSign.of(timestamp, scope, canonical));
  }

  private static StringBuilder add(StringBuilder query, String name, String value) {
    return query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(PercentCode.encode(value));
  }
}
