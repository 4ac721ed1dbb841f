package brume.lambda.runtime.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A group in the unified hierarchy with the controllers memory, cpu and pids.
final class CgroupV2 implements Cgroup {
  private final Path group;

  private CgroupV2(Path group) {
    this.group = group;
  }

  static CgroupV2 create(Path root, String name, Share share) {
    var path = root.resolve(name);
    Groups.make(List.of(path));
    Knob.of(path, "memory.max").set(share.memoryBytes());
    Knob.of(path, "memory.swap.max").setIfPresent("0");
    Knob.of(path, "cpu.weight").set(share.cpuWeight());
    Knob.of(path, "pids.max").set(share.processes());
    return new CgroupV2(path);
  }

  @Override
  public List<Path> entrances() {
    return List.of(group.resolve("cgroup.procs"));
  }

  /// `memory.peak` came with Linux 5.19; before it, the present usage is the best there is.
  @Override
  public long peakMemory() {
    var peak = Files.exists(group.resolve("memory.peak")) ? "memory.peak" : "memory.current";
    return Knob.of(group, peak).number();
  }

  @Override
  public boolean outOfMemory() {
    return Knob.of(group, "memory.events").number("oom_kill") > 0;
  }

  @Override
  public void freeze() {
    Knob.of(group, "cgroup.freeze").tell("1");
  }

  @Override
  public void thaw() {
    Knob.of(group, "cgroup.freeze").tell("0");
  }

  @Override
  public void kill() {
    Groups.end(group);
  }

  @Override
  public void close() {
    Groups.remove(List.of(group));
  }
}
