package brume.s3.object;

import static brume.model.s3.S3Error.ACCESS_DENIED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a deletion asks of what it deletes, and what protects that from it.
///
/// Source: Amazon S3 API reference, DeleteObject; User Guide, "Locking objects with Object Lock".
///
/// Its checks throw what the caller is told.
///
/// @param bypass whether the caller may ignore retention in governance mode
public record Deletion(
    @Nullable String ifMatch,
    @Nullable Instant ifModified,
    @Nullable Long ifSize,
    boolean bypass,
    Instant now) {

  /// Of the object that a reader sees, if there is one: it ends behind a delete marker, or there
  /// are no versions and so no locks.
  public boolean allows(@Nullable Version current) {
    if (current == null) {
      if (ifMatch != null || ifModified != null || ifSize != null) {
        throw Conditions.failed("If-Match");
      }
      return true;
    }
    checkConditions(current);
    return true;
  }

  /// Of a version that is removed for ever.
  public boolean allowsVersion(Version version) {
    checkConditions(version);
    if (isProtected(version)) {
      throw ACCESS_DENIED.because("Access Denied because object protected by object lock.");
    }
    return true;
  }

  /// Whether a lock keeps a version from being removed.
  public boolean isProtected(Version version) {
    var head = version.head();
    boolean retained =
        head.objectLockRetainUntilDate() != null
            && head.objectLockRetainUntilDate().isAfter(now)
            && !(bypass && "GOVERNANCE".equals(head.objectLockMode()));
    return retained || "ON".equals(head.objectLockLegalHoldStatus());
  }

  private void checkConditions(Version version) {
    if (ifMatch != null) {
      Conditions.of(ifMatch, null).checkWrite(version);
    }
    if (ifModified != null
        && !ifModified.equals(version.modified().truncatedTo(ChronoUnit.SECONDS))) {
      throw Conditions.failed("x-amz-if-match-last-modified-time");
    }
    if (ifSize != null && ifSize != version.size()) {
      throw Conditions.failed("x-amz-if-match-size");
    }
  }
}
