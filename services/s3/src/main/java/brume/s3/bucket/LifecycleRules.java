package brume.s3.bucket;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.LifecycleRule;
import brume.s3.refusal.MalformedXml;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// What a lifecycle configuration may be.
///
/// Source: Amazon S3 User Guide, "Lifecycle configuration elements".
public final class LifecycleRules {
  /// Which objects are too small to be moved: those of less than 128 KiB.
  public static final String LEAST_MOVED = "all_storage_classes_128K";

  static final int MAX_RULES = 1000;
  static final int MAX_ID_CHARS = 255;

  private LifecycleRules() {}

  public static void check(BucketLifecycleConfiguration configuration) {
    var rules = configuration.rules();
    if (rules.isEmpty() || rules.size() > MAX_RULES) {
      throw MalformedXml.refusal();
    }
    var ids = new HashSet<String>();
    for (var rule : rules) {
      if (rule.id() != null && !ids.add(rule.id())) {
        throw INVALID_ARGUMENT.because(
            "Rule ID must be unique. Found same ID for more than one rule");
      }
      if (rule.id() != null && rule.id().length() > MAX_ID_CHARS) {
        throw INVALID_ARGUMENT.because("ID length should not exceed allowed limit of 255");
      }
      check(rule);
    }
  }

  private static void check(LifecycleRule rule) {
    if (rule.filter() != null && rule.prefix() != null) {
      throw MalformedXml.refusal();
    }
    var expiration = rule.expiration();
    var noncurrent = rule.noncurrentVersionExpiration();
    var abort = rule.abortIncompleteMultipartUpload();
    TransitionRules.check(rule);
    if (expiration == null && noncurrent == null && abort == null && !TransitionRules.isIn(rule)) {
      throw INVALID_REQUEST.because("At least one action needs to be specified in a rule");
    }
    if (expiration != null) {
      checkDays(expiration.days(), "Expiration");
      checkDate(expiration.date());
      int ways = expiration.days() == null ? 0 : 1;
      ways += expiration.date() == null ? 0 : 1;
      ways += Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker()) ? 1 : 0;
      if (ways != 1) {
        throw MalformedXml.refusal();
      }
    }
    checkDays(
        noncurrent == null ? null : noncurrent.noncurrentDays(), "NoncurrentVersionExpiration");
    checkDays(abort == null ? null : abort.daysAfterInitiation(), "AbortIncompleteMultipartUpload");
  }

  private static void checkDays(@Nullable Integer days, String action) {
    if (days != null && days < 1) {
      throw INVALID_ARGUMENT.because("'Days' for " + action + " action must be a positive integer");
    }
  }

  static void checkDate(@Nullable Instant date) {
    if (date != null && !date.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw INVALID_ARGUMENT.because("'Date' must be at midnight GMT");
    }
  }
}
