package brume.logs.operation;

/// The ids of groups and streams.
final class Ids {
  /// In letters and digits, of which 16 are 82 bits.
  static final int LENGTH = 16;

  private Ids() {}
}
