package brume.s3.request;

import static brume.model.s3.S3Error.INVALID_REQUEST;

import brume.model.s3.HeadObjectOutput;
import brume.s3.bucket.Bucket;
import brume.s3.bucket.Setting;
import brume.s3.data.Configurations;
import brume.s3.object.Retention;
import java.time.Instant;

/// The locks that new objects get: their own, or those that the bucket gives them.
public final class ObjectLock {
  private ObjectLock() {}

  public static void checkBucket(Configurations configurations, Bucket bucket) {
    if (configurations.get(bucket, Setting.OBJECT_LOCK) == null) {
      throw missing();
    }
  }

  private static RuntimeException missing() {
    return INVALID_REQUEST.because("Bucket is missing Object Lock Configuration");
  }

  /// @param head with what the request says of locks
  public static HeadObjectOutput on(
      HeadObjectOutput head, Configurations configurations, Bucket bucket, Instant now) {
    var lock = configurations.get(bucket, Setting.OBJECT_LOCK);
    var mode = head.objectLockMode();
    var until = head.objectLockRetainUntilDate();
    if (mode == null && until == null) {
      if (lock == null && head.objectLockLegalHoldStatus() != null) {
        throw missing();
      }
      var usual = lock == null ? null : Retention.usual(lock, now);
      return usual == null
          ? head
          : head.toBuilder()
              .objectLockMode(usual.mode())
              .objectLockRetainUntilDate(usual.until())
              .build();
    }
    if (lock == null) {
      throw missing();
    }
    if (mode == null || until == null) {
      throw INVALID_REQUEST.because(
          "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
    }
    Retention.of(mode, until, now);
    return head;
  }
}
