package brume.s3.bucket;

import java.util.Arrays;
import java.util.Optional;

/// Those from which an object is read without being restored, in the order in which lifecycle rules
/// move objects. All are kept alike.
///
/// Source: Amazon S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle".
public enum StorageClass {
  STANDARD(0, "StandardStorage"),
  REDUCED_REDUNDANCY(0, "ReducedRedundancyStorage"),
  STANDARD_IA(30, "StandardIAStorage"),
  INTELLIGENT_TIERING(0, "IntelligentTieringFAStorage"),
  ONEZONE_IA(30, "OneZoneIAStorage"),
  GLACIER_IR(0, "GlacierInstantRetrievalStorage");

  private final int days;
  private final String metricName;

  StorageClass(int days, String metricName) {
    this.days = days;
    this.metricName = metricName;
  }

  /// The `StorageType` of CloudWatch's metrics.
  public String metricName() {
    return metricName;
  }

  /// Empty for what Brume does not have.
  public static Optional<StorageClass> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /// The age of an object, in days, before which no rule may move it there.
  int leastDays() {
    return days;
  }

  /// Whether a rule moves objects of this class to the other one. From one zone there is no way to
  /// where several are.
  boolean mayBecome(StorageClass other) {
    return other.compareTo(REDUCED_REDUNDANCY) > 0
        && other.compareTo(this) > 0
        && this != ONEZONE_IA;
  }
}
