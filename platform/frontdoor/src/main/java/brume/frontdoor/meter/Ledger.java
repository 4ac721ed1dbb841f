package brume.frontdoor.meter;

/// Takes note of every request that was answered. Called on the request's thread, so it must be
/// quick and must not throw.
@FunctionalInterface
public interface Ledger {
  void record(Served served);

  /// Both, one after the other.
  default Ledger and(Ledger other) {
    return served -> {
      record(served);
      other.record(served);
    };
  }
}
