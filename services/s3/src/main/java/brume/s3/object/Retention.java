package brume.s3.object;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.model.s3.DefaultRetention;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.ObjectLockRetention;
import brume.s3.refusal.MalformedXml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How long a version must stay.
///
/// Source: Amazon S3 User Guide, "Locking objects with Object Lock".
///
/// @param mode `GOVERNANCE`, which some may ignore, or `COMPLIANCE`; null for none
public record Retention(@Nullable String mode, @Nullable Instant until) {
  private static final String GOVERNANCE = "GOVERNANCE";
  private static final int DAYS_OF_YEAR = 365;
  private static final int MAX_DAYS = 100 * DAYS_OF_YEAR;

  /// Of the request that sets it.
  public static Retention of(@Nullable ObjectLockRetention wanted, Instant now) {
    if (wanted == null) {
      throw MalformedXml.refusal();
    }
    return of(wanted.mode(), wanted.retainUntilDate(), now);
  }

  public static Retention of(@Nullable String mode, @Nullable Instant until, Instant now) {
    if ((mode == null) != (until == null)) {
      throw MalformedXml.refusal();
    }
    if (until != null && !until.isAfter(now)) {
      throw INVALID_ARGUMENT.because("The retain until date must be in the future!");
    }
    return new Retention(mode, until);
  }

  /// That of new objects in a bucket; null when they are not locked.
  public static @Nullable Retention usual(ObjectLockConfiguration configuration, Instant now) {
    var rule = configuration.rule();
    var usual = rule == null ? null : rule.defaultRetention();
    return usual == null
        ? null
        : new Retention(usual.mode(), now.plus(days(usual), ChronoUnit.DAYS));
  }

  public static void check(ObjectLockConfiguration configuration) {
    var rule = configuration.rule();
    if (rule == null) {
      return;
    }
    var usual = rule.defaultRetention();
    if (usual == null
        || usual.mode() == null
        || (usual.days() == null) == (usual.years() == null)) {
      throw MalformedXml.refusal();
    }
    long days = days(usual);
    if (days <= 0 || days > MAX_DAYS) {
      throw INVALID_ARGUMENT.because("Default retention period must be a positive integer value");
    }
  }

  private static long days(DefaultRetention usual) {
    return usual.days() != null
        ? usual.days()
        : usual.years() == null ? 0 : (long) DAYS_OF_YEAR * usual.years();
  }

  /// The version with this retention in place of its own, which is made no shorter by those who may
  /// not.
  ///
  /// @param bypass whether the caller may ignore retention in governance mode
  public Version apply(Version version, boolean bypass, Instant now) {
    var head = version.head();
    var before = head.objectLockRetainUntilDate();
    boolean holds = before != null && before.isAfter(now);
    boolean weaker =
        before != null
            && (until == null
                || until.isBefore(before)
                || (GOVERNANCE.equals(mode) && !GOVERNANCE.equals(head.objectLockMode())));
    if (holds && weaker && !(bypass && GOVERNANCE.equals(head.objectLockMode()))) {
      throw ACCESS_DENIED.because("Access Denied because object protected by object lock.");
    }
    return version.with(
        head.toBuilder().objectLockMode(mode).objectLockRetainUntilDate(until).build());
  }
}
