package brume.identity.signature;

import brume.http.QueryString;
import brume.http.Request;
import brume.identity.sigv4.SigningRules;
import brume.identity.sigv4.Timestamps;
import java.util.List;
import java.util.Objects;

/// Reads a signature out of the query of a URL.
///
/// Source: "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)".
final class PresignedQuery {
  static final String SIGNATURE = "X-Amz-Signature";

  /// Seven days, in seconds.
  static final long MAX_EXPIRES = 7 * 24 * 60 * 60;

  private static final List<String> REQUIRED =
      List.of(
          "X-Amz-Algorithm", "X-Amz-Credential", SIGNATURE, "X-Amz-Date", "X-Amz-SignedHeaders");

  private PresignedQuery() {}

  static boolean isIn(String query) {
    return query.contains("X-Amz-Algorithm=") || query.contains("X-Amz-Signature=");
  }

  static Authorization read(Request request) {
    var query = parse(request.query());
    var algorithm = query.first("X-Amz-Algorithm");
    if (algorithm != null) {
      AuthorizationHeader.requireAlgorithm(algorithm);
    }
    for (var name : REQUIRED) {
      require(query, name);
    }
    var scoped = AuthorizationHeader.scoped(require(query, "X-Amz-Credential"));
    if (scoped == null) {
      throw Refusal.INCOMPLETE_QUERY.because(
          "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    var timestamp = require(query, "X-Amz-Date");
    var signedAt = Timestamps.parse(timestamp);
    if (signedAt == null) {
      throw Refusal.INCOMPLETE_QUERY.because(
          "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
    return new Authorization(
        scoped.accessKeyId(),
        scoped.scope(),
        List.of(require(query, "X-Amz-SignedHeaders").split(";")),
        require(query, SIGNATURE),
        timestamp,
        signedAt,
        query.first("X-Amz-Security-Token"),
        expires(query, scoped.scope().service()));
  }

  static QueryString parse(String query) {
    try {
      return QueryString.parse(query);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.INCOMPLETE_QUERY.because(
          Objects.requireNonNullElse(malformed.getMessage(), "The query is malformed"));
    }
  }

  private static String require(QueryString query, String name) {
    var value = query.first(name);
    if (value == null || value.isEmpty()) {
      throw Refusal.INCOMPLETE_QUERY.because(
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
              + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
    }
    return value;
  }

  /// S3 demands the parameter; elsewhere it may be missing, and the clock's skew is all the time
  /// there is.
  private static long expires(QueryString query, String service) {
    boolean demanded = SigningRules.of(service) == SigningRules.S3;
    if (!demanded && !query.has("X-Amz-Expires")) {
      return SignatureVerifier.MAX_SKEW.toSeconds();
    }
    long seconds;
    try {
      seconds = Long.parseLong(require(query, "X-Amz-Expires"));
    } catch (NumberFormatException notANumber) {
      throw Refusal.INCOMPLETE_QUERY.because("X-Amz-Expires should be a number");
    }
    if (seconds < 0) {
      throw Refusal.INCOMPLETE_QUERY.because("X-Amz-Expires must be non-negative");
    }
    if (seconds > MAX_EXPIRES) {
      throw Refusal.INCOMPLETE_QUERY.because(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return seconds;
  }
}
