package brume.lambda.runtime.pool;

import java.lang.management.ManagementFactory;

/// The memory of the machine, or of the container that Brume runs in.
final class HostMemory {
  private static final int UNKNOWN_MB = 4096;

  private HostMemory() {}

  static int megabytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? (int) (system.getTotalMemorySize() >> 20)
        : UNKNOWN_MB;
  }
}
