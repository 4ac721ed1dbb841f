package brume.lambda.runtime.pool;

import java.net.InetSocketAddress;
import java.time.Duration;

/// Bounds of the host, which AWS has no words for.
///
/// @param endpoint where Brume's HTTP port listens; functions reach it under the same number
/// @param longestWait how long a request waits for an environment when none is starting for it
/// @param idleTime after which an idle environment ends
/// @param freezeAfter after which an idle environment is frozen
/// @param memoryBudgetMb what all environments together may use before idle ones end early
/// @param parallelStarts environments that start at the same time
public record Settings(
    InetSocketAddress endpoint,
    Duration longestWait,
    Duration idleTime,
    Duration freezeAfter,
    int memoryBudgetMb,
    int parallelStarts) {

  /// For this machine: half its memory, as many starts as it has processors.
  public static Settings ofThisHost(InetSocketAddress endpoint) {
    return new Settings(
        endpoint,
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofMillis(100),
        HostMemory.megabytes() / 2,
        Runtime.getRuntime().availableProcessors());
  }
}
