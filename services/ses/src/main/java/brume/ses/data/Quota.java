package brume.ses.data;

/// How much an account may send in a region.
///
/// Source: Amazon SES Developer Guide, "Service quotas".
///
/// @param inDay recipients in 24 hours
/// @param rate recipients a second, as it is told; it is not enforced
public record Quota(long inDay, int rate) {
  /// Outside the sandbox, as accounts usually begin there.
  static final Quota PRODUCTION = new Quota(50_000, 14);

  static final Quota SANDBOX = new Quota(200, 1);
}
