package brume.s3.bucket;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a bucket does with the versions of its objects.
///
/// Source: Amazon S3 User Guide, "Retaining multiple versions of objects with S3 Versioning".
public enum Versioning {
  /// Never turned on: each key has one object.
  OFF,
  ENABLED,
  /// New objects have the version `null`; those from before stay.
  SUSPENDED;

  /// @param status as clients spell it; null where versioning was never turned on
  public static Versioning of(@Nullable String status) {
    return status == null ? OFF : valueOf(status.toUpperCase(Locale.ROOT));
  }
}
