package brume.shape;

public enum TimestampFormat {
  /// seconds since 1970 with a fraction
  EPOCH_SECONDS,
  /// RFC 3339, in UTC
  DATE_TIME,
  /// IMF-fixdate of RFC 9110
  HTTP_DATE
}
