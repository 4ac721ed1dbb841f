package brume.lambda.runtime.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What this host can do to isolate a process, found out by trying.
///
/// @param root whether this process may change user ids
/// @param bubblewrap why `bwrap` cannot be used; null when it can
/// @param namespaces why a thread cannot enter its own network; null when it can
/// @param seccomp empty where no filter exists for the architecture
record Host(
    boolean root,
    @Nullable String bubblewrap,
    @Nullable String namespaces,
    Groups groups,
    byte[] seccomp) {
  private static final int PROBE_SECONDS = 10;

  static Host probe() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return new Host(
        root && program("setpriv") != null,
        bubblewrapLack(),
        namespaceLack(),
        Groups.detect(),
        SeccompFilter.bytes(System.getProperty("os.arch", "")));
  }

  boolean hasBubblewrap() {
    return bubblewrap == null;
  }

  boolean hasNamespaces() {
    return namespaces == null;
  }

  List<Protection> protections() {
    var list = new ArrayList<Protection>();
    list.add(
        new Protection(
            "user id per function", root, root ? "setpriv" : "Brume does not run as root"));
    list.add(protection("own processes, files and mounts", bubblewrap, "bubblewrap"));
    list.add(protection("own network: only Brume is reachable", namespaces, "network namespace"));
    boolean filter = hasBubblewrap() && seccomp.length > 0;
    list.add(
        new Protection(
            "system-call filter",
            filter,
            filter ? "seccomp" : "needs bubblewrap on x86-64 or AArch64"));
    var limits = "control groups " + groups.version();
    list.add(protection("memory limit", groups.lack(), limits));
    list.add(protection("limit of processes", groups.lack(), limits));
    list.add(protection("CPU by memory", groups.lack(), limits));
    list.add(protection("frozen when idle", groups.lack(), limits));
    list.add(protection("size limit of /tmp", bubblewrap, "tmpfs"));
    return List.copyOf(list);
  }

  private static Protection protection(String name, @Nullable String lack, String means) {
    return new Protection(name, lack == null, lack == null ? means : lack);
  }

  private static @Nullable String bubblewrapLack() {
    if (program("bwrap") == null) {
      return "bubblewrap (bwrap) is not installed";
    }
    try {
      var probe =
          new ProcessBuilder("bwrap", "--unshare-user", "--ro-bind", "/", "/", "--", "/bin/true")
              .redirectErrorStream(true)
              .start();
      var output = new String(probe.getInputStream().readAllBytes(), UTF_8).strip();
      if (!probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        probe.destroyForcibly();
        return "bwrap does not end";
      }
      return probe.exitValue() == 0 ? null : output;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static @Nullable String namespaceLack() {
    try {
      Keeper.inOwnThread(
          () -> {
            Native.unshare(Native.CLONE_NEWNET | Native.CLONE_NEWNS);
            Native.loopbackUp();
            return true;
          });
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// The path of a program, or null.
  static @Nullable Path program(String name) {
    return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin")
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
