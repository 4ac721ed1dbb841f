package brume.http.engine;

/// Settings of the engine that exist as system properties only. They keep start short and idle
/// memory low; what the operator sets on the command line wins.
final class LeanDefaults {
  private LeanDefaults() {}

  static void apply() {
    // The JDK resolves names: the engine's own resolver costs start time and a UDP socket.
    prefer("vertx.disableDnsResolver", "true");
    prefer("vertx.disableMetrics", "true");
    // No context records timings that nobody reads.
    prefer("vertx.disableContextTimings", "true");
    // Arenas of 1 MiB chunks (page size 8 KiB << 7) in place of 4 MiB ones, one for each loop.
    prefer("io.netty.allocator.maxOrder", "7");
    prefer("io.netty.allocator.numDirectArenas", "2");
    prefer("io.netty.allocator.numHeapArenas", "1");
    prefer("io.netty.allocator.useCacheForAllThreads", "false");
    // No allocation is recorded as an event.
    prefer("io.netty.jfr.enabled", "false");
  }

  private static void prefer(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
