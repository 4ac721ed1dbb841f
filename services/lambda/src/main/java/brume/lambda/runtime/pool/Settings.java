package brume.lambda.runtime.pool;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// Bounds of the host, which AWS has no words for.
///
/// @param endpoint where Brume's HTTP port listens; functions reach it under the same number
/// @param furtherPorts of the loopback address that functions reach too, under the same numbers; an
///   environment that was started with others takes no more requests
/// @param longestWait how long a request waits for an environment when none is starting for it
/// @param idleTime after which an idle environment ends
/// @param freezeAfter after which an idle environment is frozen
/// @param memoryBudgetMb what all environments together may use before idle ones end early
/// @param parallelStarts environments that start at the same time
public record Settings(
    InetSocketAddress endpoint,
    Supplier<Set<Integer>> furtherPorts,
    Duration longestWait,
    Duration idleTime,
    Duration freezeAfter,
    int memoryBudgetMb,
    int parallelStarts) {

  /// For this machine: half its memory, as many starts as it has processors.
  public static Settings ofThisHost(
      InetSocketAddress endpoint, Supplier<Set<Integer>> furtherPorts) {
    return new Settings(
        endpoint,
        furtherPorts,
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofMillis(100),
        HostMemory.megabytes() / 2,
        Runtime.getRuntime().availableProcessors());
  }
}
