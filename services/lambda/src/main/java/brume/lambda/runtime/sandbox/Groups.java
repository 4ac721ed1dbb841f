package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds which control groups the host offers and makes those of sandboxes below `brume-<pid>-<n>`.
final class Groups {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final List<String> HIERARCHIES = List.of("memory", "cpu", "pids", "freezer");
  private static final List<String> CONTROLLERS = List.of("memory", "cpu", "pids");
  private static final Pattern FAMILY = Pattern.compile("brume-(\\d+)-\\d+");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int REMOVALS = 200;
  private static final Duration BETWEEN_REMOVALS = Duration.ofMillis(10);

  private final String family =
      "brume-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  private final Version version;
  private final @Nullable String lack;

  /// The interface of the kernel in use.
  enum Version {
    V1,
    V2,
    NONE
  }

  private Groups(Version version, @Nullable String lack) {
    this.version = version;
    this.lack = lack;
  }

  /// Tries what the host allows, and clears away what killed instances left behind.
  static Groups detect() {
    try {
      if (Files.isDirectory(ROOT.resolve("memory"))) {
        var groups = new Groups(Version.V1, null);
        HIERARCHIES.forEach(name -> groups.claim(ROOT.resolve(name)));
        return groups;
      }
      if (Files.exists(ROOT.resolve("cgroup.controllers"))) {
        var groups = new Groups(Version.V2, null);
        Knob.of(ROOT, "cgroup.subtree_control").set("+memory +cpu +pids");
        groups.claim(ROOT);
        Knob.of(ROOT.resolve(groups.family), "cgroup.subtree_control")
            .set("+" + String.join(" +", CONTROLLERS));
        return groups;
      }
      return new Groups(Version.NONE, "the host mounts no control groups");
    } catch (UncheckedIOException e) {
      return new Groups(Version.NONE, String.valueOf(e.getMessage()));
    }
  }

  private void claim(Path hierarchy) {
    try (var children = Files.newDirectoryStream(hierarchy, "brume-*")) {
      for (var child : children) {
        sweep(child);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    make(List.of(hierarchy.resolve(family)));
  }

  private static void sweep(Path group) throws IOException {
    var family = FAMILY.matcher(String.valueOf(group.getFileName()));
    if (!family.matches() || ProcessHandle.of(Long.parseLong(family.group(1))).isPresent()) {
      return;
    }
    var doomed = new ArrayList<Path>();
    try (var children = Files.newDirectoryStream(group, Files::isDirectory)) {
      for (var child : children) {
        end(child);
        doomed.add(child);
      }
    }
    doomed.add(group);
    remove(doomed);
  }

  /// A frozen process dies when it is thawed, even if its Brume was killed long ago.
  static void end(Path group) {
    Knob.of(group, "cgroup.procs")
        .text()
        .lines()
        .map(Long::parseLong)
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    Knob.of(group, "freezer.state").tellIfPresent("THAWED");
    Knob.of(group, "cgroup.freeze").tellIfPresent("0");
  }

  Cgroup create(String id, Share share) {
    var name = family + "/" + id;
    return switch (version) {
      case V1 -> CgroupV1.create(ROOT, name, share);
      case V2 -> CgroupV2.create(ROOT, name, share);
      case NONE -> Cgroup.NONE;
    };
  }

  Version version() {
    return version;
  }

  /// Why there are none; null when there are.
  @Nullable String lack() {
    return lack;
  }

  static void make(List<Path> directories) {
    try {
      for (var directory : directories) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make control group " + e.getMessage(), e);
    }
  }

  /// The kernel refuses while dying processes remain, which takes moments; a group that outlasts
  /// them is left to the sweep of a later start.
  static void remove(List<Path> directories) {
    Thread.ofVirtual()
        .name("cgroup-removal")
        .start(
            () -> {
              for (int i = 0; i < REMOVALS && !removed(directories); i++) {
                LockSupport.parkNanos(BETWEEN_REMOVALS.toNanos());
              }
            });
  }

  private static boolean removed(List<Path> directories) {
    boolean all = true;
    for (var directory : directories) {
      all &= tryRemove(directory);
    }
    return all;
  }

  private static boolean tryRemove(Path group) {
    try {
      Files.deleteIfExists(group);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Gives back what [#detect] claimed.
  void release() {
    switch (version) {
      case V1 -> remove(HIERARCHIES.stream().map(h -> ROOT.resolve(h).resolve(family)).toList());
      case V2 -> remove(List.of(ROOT.resolve(family)));
      case NONE -> {}
    }
  }
}
