package brume.identity.signature;

import brume.identity.sigv4.SigningRules;
import brume.identity.sigv4.Timestamps;
import java.time.Instant;

/// Whether a signature is of now: neither replayed long after, nor made ahead of its time.
final class SignedTime {
  private SignedTime() {}

  static void check(Authorization signed, Instant now) {
    ScopeCheck.date(signed);
    boolean s3 = signed.scope().rules() == SigningRules.S3;
    var valid = signed.expires();
    var earliest = now.minus(SignatureVerifier.MAX_SKEW);
    var latest = now.plus(SignatureVerifier.MAX_SKEW);
    if (valid != null && now.isAfter(signed.signedAt().plusSeconds(valid))) {
      throw Refusal.EXPIRED.because(
          s3 ? "Request has expired" : expired(signed, now, now.minusSeconds(valid), valid));
    }
    if (valid == null && signed.signedAt().isBefore(earliest)) {
      throw Refusal.SKEWED.because(
          s3 ? SKEWED : expired(signed, now, earliest, SignatureVerifier.MAX_SKEW.toSeconds()));
    }
    if (signed.signedAt().isAfter(latest)) {
      throw (valid == null ? Refusal.SKEWED : Refusal.EXPIRED)
          .because(s3 ? ahead(valid == null) : notYet(signed, now, latest));
    }
  }

  private static final String SKEWED =
      "The difference between the request time and the current time is too large.";

  private static String ahead(boolean header) {
    return header ? SKEWED : "Request is not valid yet";
  }

  private static String expired(
      Authorization signed, Instant now, Instant earliest, long validSeconds) {
    return "Signature expired: %s is now earlier than %s (%s - %d min.)"
        .formatted(
            signed.timestamp(),
            Timestamps.format(earliest),
            Timestamps.format(now),
            validSeconds / 60);
  }

  private static String notYet(Authorization signed, Instant now, Instant latest) {
    return "Signature not yet current: %s is still later than %s (%s + %d min.)"
        .formatted(
            signed.timestamp(),
            Timestamps.format(latest),
            Timestamps.format(now),
            SignatureVerifier.MAX_SKEW.toMinutes());
  }
}
