package brume.identity.signature;

import brume.http.Headers;
import brume.identity.sigv4.SigningScope;
import brume.identity.sigv4.Timestamps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`.
///
/// Source: "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)".
final class AuthorizationHeader {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  static final String ASYMMETRIC = "AWS4-ECDSA-P256-SHA256";

  private static final int SCOPE_PARTS = 5;

  private AuthorizationHeader() {}

  static Authorization read(String header, Headers headers) {
    int space = header.indexOf(' ');
    requireAlgorithm(space < 0 ? header : header.substring(0, space));
    var fields = fields(header, space < 0 ? "" : header.substring(space + 1));
    var timestamp = timestamp(headers);
    requireAll(header, fields, timestamp);
    var credential = credential(fields.getOrDefault("Credential", ""));
    var signedAt = Timestamps.parse(timestamp);
    if (signedAt == null) {
      throw Refusal.INCOMPLETE.because(
          "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'.");
    }
    return new Authorization(
        credential.accessKeyId(),
        credential.scope(),
        List.of(fields.getOrDefault("SignedHeaders", "").split(";")),
        fields.getOrDefault("Signature", ""),
        timestamp,
        signedAt,
        headers.first("x-amz-security-token"),
        null);
  }

  static void requireAlgorithm(String algorithm) {
    if (algorithm.equals(ASYMMETRIC)) {
      throw Refusal.UNSUPPORTED.because(
          "Brume does not verify Signature Version 4A ("
              + ASYMMETRIC
              + "). Please use "
              + ALGORITHM
              + ".");
    }
    if (!algorithm.equals(ALGORITHM)) {
      throw Refusal.UNSUPPORTED.because(
          "The authorization mechanism you have provided is not supported. Please use "
              + ALGORITHM
              + ".");
    }
  }

  private static Map<String, String> fields(String header, String text) {
    var fields = new HashMap<String, String>();
    for (var field : text.split(",")) {
      var trimmed = field.strip();
      int equals = trimmed.indexOf('=');
      if (equals < 0) {
        throw Refusal.INCOMPLETE.because(
            "'"
                + trimmed
                + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
                + header
                + "'.");
      }
      fields.put(trimmed.substring(0, equals), trimmed.substring(equals + 1));
    }
    return fields;
  }

  private static void requireAll(String header, Map<String, String> fields, String timestamp) {
    var missing = new StringBuilder();
    for (var name : List.of("Credential", "Signature", "SignedHeaders")) {
      if (fields.getOrDefault(name, "").isEmpty()) {
        missing.append("Authorization header requires '").append(name).append("' parameter. ");
      }
    }
    if (timestamp.isEmpty()) {
      missing.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    if (!missing.isEmpty()) {
      throw Refusal.INCOMPLETE.because(missing.append("Authorization=").append(header).toString());
    }
  }

  /// `X-Amz-Date`, or the Date header in its place; empty when there is neither.
  private static String timestamp(Headers headers) {
    var own = headers.first("x-amz-date");
    if (own != null) {
      return own;
    }
    var date = headers.first("date");
    if (date == null) {
      return "";
    }
    var instant = Timestamps.parseHttpDate(date);
    return instant == null ? date : Timestamps.format(instant);
  }

  record ScopedKey(String accessKeyId, SigningScope scope) {}

  /// `keyid/date/region/service/aws4_request`; a key id may itself hold slashes.
  static @Nullable ScopedKey scoped(String credential) {
    var parts = credential.split("/", -1);
    int first = parts.length - SCOPE_PARTS + 1;
    if (first < 1 || !parts[parts.length - 1].equals(SigningScope.TERMINATOR)) {
      return null;
    }
    var keyId = String.join("/", List.of(parts).subList(0, first));
    return new ScopedKey(keyId, new SigningScope(parts[first], parts[first + 1], parts[first + 2]));
  }

  private static ScopedKey credential(String text) {
    var scoped = scoped(text);
    if (scoped == null && text.split("/", -1).length >= SCOPE_PARTS) {
      throw Refusal.WRONG_SCOPE.because(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + text.substring(text.lastIndexOf('/') + 1)
              + "'. ");
    }
    if (scoped == null) {
      throw Refusal.INCOMPLETE.because(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got '"
              + text
              + "'");
    }
    return scoped;
  }
}
