package brume.lambda.runtime.sandbox;

/// What one sandbox may use of the machine.
///
/// CPU is a weight by memory, as on AWS, where 1769 MB give one virtual CPU; unlike there it is no
/// cap: a lone small function may use an idle machine.
///
/// @param memoryBytes all its processes together, `/tmp` included
/// @param processes and threads
record Share(long memoryBytes, int processes) {
  private static final long MEGABYTE = 1 << 20;
  private static final long MEGABYTES_PER_CPU = 1769;
  private static final long SHARES_PER_CPU = 1024;
  private static final long WEIGHT_PER_CPU = 100;

  /// For the hierarchy of version 1, where 1024 is the default of a group.
  long cpuShares() {
    return Math.max(2, memoryBytes / MEGABYTE * SHARES_PER_CPU / MEGABYTES_PER_CPU);
  }

  /// For version 2, where 100 is the default and 1 to 10000 the range.
  long cpuWeight() {
    return Math.max(1, memoryBytes / MEGABYTE * WEIGHT_PER_CPU / MEGABYTES_PER_CPU);
  }
}
