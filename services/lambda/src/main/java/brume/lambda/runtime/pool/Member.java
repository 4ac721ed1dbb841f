package brume.lambda.runtime.pool;

import java.time.Instant;

/// What the pool must know of an environment.
interface Member {
  /// Only requests of the same key may use it.
  String key();

  /// What it occupies of the host.
  int memoryMb();

  /// Whether it can take another request.
  boolean usable(Instant now);

  /// Whether its processes are stopped until the next request.
  boolean frozen();

  /// It waits for the next request.
  void rest();

  /// It is about to get a request.
  void wake();

  /// Ends it for good.
  void kill();
}
