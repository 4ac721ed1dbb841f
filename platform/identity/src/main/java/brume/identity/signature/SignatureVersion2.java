package brume.identity.signature;

import brume.http.QueryString;
import brume.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// URLs of S3 that are presigned in the way of before 2012, which the AWS CLI 1 and boto3 still
/// make unless they are told otherwise.
///
/// Source: Amazon S3 API reference, "Signing and authenticating REST requests (AWS signature
/// version 2)", "Query string request authentication alternative".
///
/// @param expires in seconds since 1970
record SignatureVersion2(
    String accessKeyId, String signature, long expires, @Nullable String sessionToken) {
  private static final String HMAC = "HmacSHA1";
  private static final String TOKEN = "x-amz-security-token";

  /// Parameters that are part of what is signed, if they are there.
  private static final Set<String> SUBRESOURCES =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "cors",
          "delete",
          "encryption",
          "inventory",
          "legal-hold",
          "lifecycle",
          "location",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "partNumber",
          "policy",
          "policyStatus",
          "publicAccessBlock",
          "replication",
          "requestPayment",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "retention",
          "select",
          "select-type",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions",
          "website");

  /// Null when the query has no such signature.
  static @Nullable SignatureVersion2 of(Request request) {
    if (!request.query().contains("AWSAccessKeyId=")) {
      return null;
    }
    var query = PresignedQuery.parse(request.query());
    var accessKeyId = query.first("AWSAccessKeyId");
    var signature = query.first("Signature");
    var expires = query.first("Expires");
    if (accessKeyId == null || signature == null || expires == null) {
      throw Refusal.MISSING.because(
          "Query-string authentication requires the Signature, Expires and AWSAccessKeyId"
              + " parameters");
    }
    try {
      return new SignatureVersion2(
          accessKeyId, signature, Long.parseLong(expires), query.first(TOKEN));
    } catch (NumberFormatException _) {
      throw Refusal.MISSING.because("Invalid date (should be seconds since epoch): " + expires);
    }
  }

  /// Throws [RefusedException] when the request is not the signed one, or its time is over.
  ///
  /// @param request with the bucket in its path, and the headers that stand in its query
  void check(Request request, String secret, Instant now) {
    if (now.getEpochSecond() > expires) {
      throw Refusal.EXPIRED.because("Request has expired");
    }
    if (!SignatureVerifier.same(sign(secret, text(request)), signature)) {
      throw StringToSign.mismatch("", "", brume.identity.sigv4.SigningRules.S3);
    }
  }

  private String text(Request request) {
    var headers = request.headers();
    var text = new StringBuilder(request.method()).append('\n');
    for (var name : new String[] {"content-md5", "content-type"}) {
      var value = headers.first(name);
      text.append(value == null ? "" : value).append('\n');
    }
    text.append(expires).append('\n');
    var amazon = new TreeMap<String, String>();
    for (var name : headers.names()) {
      if (name.startsWith("x-amz-")) {
        amazon.put(name.toLowerCase(Locale.ROOT), String.join(",", headers.all(name)));
      }
    }
    amazon.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    return text.append(request.path()).append(subresources(request)).toString();
  }

  private static String subresources(Request request) {
    var signed = new TreeSet<String>();
    for (var parameter : QueryString.parse(request.query()).parameters()) {
      if (SUBRESOURCES.contains(parameter.name())) {
        signed.add(parameter.name() + (parameter.bare() ? "" : '=' + parameter.value()));
      }
    }
    return signed.isEmpty() ? "" : '?' + String.join("&", signed);
  }

  private static String sign(String secret, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks " + HMAC, e);
    }
  }
}
