package brume.identity.signature;

import brume.http.Request;
import brume.identity.sigv4.SigningRules;
import java.util.List;

/// What must not be left out of a signature: the host, and every `x-amz-` header, since those say
/// what is to be done.
///
/// Source: "Authenticating Requests: Using the Authorization Header", SignedHeaders.
final class SignedHeaders {
  private static final String PREFIX = "x-amz-";

  /// Some clients add these after they signed; neither says what is to be done.
  private static final List<String> FREE = List.of("x-amz-security-token", "x-amz-user-agent");

  private SignedHeaders() {}

  static void check(Request request, Authorization signed) {
    var names = signed.signedHeaders();
    boolean s3 = signed.scope().rules() == SigningRules.S3;
    if (!names.contains("host")) {
      throw Refusal.UNSIGNED_HEADER.because(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
    for (var field : request.headers().fields()) {
      var name = field.name();
      if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
          && !contains(names, name)
          && (s3 || !contains(FREE, name))) {
        throw Refusal.UNSIGNED_HEADER.because(
            s3
                ? "There were headers present in the request which were not signed"
                : "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
      }
    }
  }

  private static boolean contains(List<String> names, String name) {
    for (var each : names) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
