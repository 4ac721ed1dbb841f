package brume.s3.request;

import brume.service.Access;
import org.jspecify.annotations.Nullable;

/// The condition keys of policies on requests that list.
///
/// Source: Service Authorization Reference, "Condition keys for Amazon S3".
public final class ListConditions {
  private ListConditions() {}

  public static Access of(
      Access access,
      @Nullable String prefix,
      @Nullable String delimiter,
      @Nullable Integer maxKeys) {
    var richer = access;
    if (prefix != null) {
      richer = richer.where("s3:prefix", prefix);
    }
    if (delimiter != null) {
      richer = richer.where("s3:delimiter", delimiter);
    }
    return maxKeys == null ? richer : richer.where("s3:max-keys", maxKeys.toString());
  }
}
