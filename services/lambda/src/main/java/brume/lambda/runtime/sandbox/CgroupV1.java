package brume.lambda.runtime.sandbox;

import java.nio.file.Path;
import java.util.List;

/// One group in each of the hierarchies memory, cpu, pids and freezer.
///
/// A process joins by writing `0` to `tasks`: moving oneself as a single thread takes no global
/// lock, whereas moving another process (its id, or `cgroup.procs`) waits for an RCU grace period,
/// which was measured to cost up to 20 ms a start.
final class CgroupV1 implements Cgroup {
  private final Path memory;
  private final Path cpu;
  private final Path pids;
  private final Path freezer;

  private CgroupV1(Path root, String name) {
    memory = root.resolve("memory").resolve(name);
    cpu = root.resolve("cpu").resolve(name);
    pids = root.resolve("pids").resolve(name);
    freezer = root.resolve("freezer").resolve(name);
  }

  static CgroupV1 create(Path root, String name, Share share) {
    var group = new CgroupV1(root, name);
    Groups.make(List.of(group.memory, group.cpu, group.pids, group.freezer));
    Knob.of(group.memory, "memory.limit_in_bytes").set(share.memoryBytes());
    Knob.of(group.memory, "memory.memsw.limit_in_bytes")
        .setIfPresent(Long.toString(share.memoryBytes()));
    Knob.of(group.cpu, "cpu.shares").set(share.cpuShares());
    Knob.of(group.pids, "pids.max").set(share.processes());
    return group;
  }

  @Override
  public List<Path> entrances() {
    return List.of(
        memory.resolve("tasks"),
        cpu.resolve("tasks"),
        pids.resolve("tasks"),
        freezer.resolve("tasks"));
  }

  @Override
  public long peakMemory() {
    return Knob.of(memory, "memory.max_usage_in_bytes").number();
  }

  @Override
  public boolean outOfMemory() {
    return Knob.of(memory, "memory.oom_control").number("oom_kill") > 0;
  }

  @Override
  public void freeze() {
    Knob.of(freezer, "freezer.state").tell("FROZEN");
  }

  @Override
  public void thaw() {
    Knob.of(freezer, "freezer.state").tell("THAWED");
  }

  @Override
  public void kill() {
    Groups.end(freezer);
  }

  @Override
  public void close() {
    Groups.remove(List.of(memory, cpu, pids, freezer));
  }
}
