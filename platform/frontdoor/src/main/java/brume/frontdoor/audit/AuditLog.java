package brume.frontdoor.audit;

/// Takes note of calls that changed something or were denied. Called on the call's thread; it may
/// make it wait while the log is behind, and must not throw.
@FunctionalInterface
public interface AuditLog {
  AuditLog NONE = _ -> {};

  void record(Attempt attempt);
}
