package brume.service;

import java.time.Duration;

/// Work that a service does by itself from time to time, such as expiring what is too old.
public interface Job {
  String name();

  Duration every();

  /// Runs on a virtual thread, never twice at once. What it throws is logged and counted.
  void run(Call call) throws InterruptedException;
}
