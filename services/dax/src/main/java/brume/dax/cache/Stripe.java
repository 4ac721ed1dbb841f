package brume.dax.cache;

/// Tells those who read and write items of some keys whether somebody else wrote meanwhile. All
/// methods are called with its monitor held.
final class Stripe {
  /// The number of what was not alone from its beginning.
  private static final long NOT_ALONE = -1;

  private long writes;
  private int writing;

  /// The number of the write that begins.
  long beginWrite() {
    writes++;
    writing++;
    return writing == 1 ? writes : NOT_ALONE;
  }

  /// Whether the write was alone from its beginning to its end.
  boolean endWrite(long number) {
    writing--;
    return number == writes;
  }

  /// What is to be remembered for [#isQuietSince].
  long beginRead() {
    return writing == 0 ? writes : NOT_ALONE;
  }

  /// Whether nobody wrote when the read began, nor since.
  boolean isQuietSince(long seen) {
    return seen == writes;
  }
}
