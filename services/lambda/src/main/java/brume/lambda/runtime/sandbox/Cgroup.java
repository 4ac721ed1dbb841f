package brume.lambda.runtime.sandbox;

import java.nio.file.Path;
import java.util.List;

/// The control group of one sandbox: its share of the machine.
///
/// Source: Linux documentation, admin-guide/cgroup-v1 and admin-guide/cgroup-v2.
interface Cgroup extends AutoCloseable {

  /// The files to which a process writes `0` to join.
  List<Path> entrances();

  /// Peak memory in bytes, page cache included; 0 where unknown.
  long peakMemory();

  /// Whether the kernel killed a process of the group because the group was out of memory.
  boolean outOfMemory();

  /// Stops all processes until [#thaw]; nothing where the host has no freezer.
  void freeze();

  void thaw();

  /// Ends every process of the group, even a frozen one.
  void kill();

  /// Removes the group once its processes are gone.
  @Override
  void close();

  /// Where the host gives no control groups: nothing is limited, nothing is measured.
  Cgroup NONE =
      new Cgroup() {
        @Override
        public List<Path> entrances() {
          return List.of();
        }

        @Override
        public long peakMemory() {
          return 0;
        }

        @Override
        public boolean outOfMemory() {
          return false;
        }

        @Override
        public void freeze() {}

        @Override
        public void thaw() {}

        @Override
        public void kill() {}

        @Override
        public void close() {}
      };
}
