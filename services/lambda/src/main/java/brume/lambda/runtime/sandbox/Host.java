package brume.lambda.runtime.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What this host can do to isolate a process, found out by trying.
///
/// @param setpriv whether the program is there that changes what a process may do
/// @param root whether this process may change user ids
/// @param bubblewrap why `bwrap` cannot be used; null when it can
/// @param namespaces why a thread cannot enter its own network; null when it can
/// @param seccomp empty where no filter exists for the architecture
record Host(
    boolean setpriv,
    boolean root,
    @Nullable String bubblewrap,
    @Nullable String namespaces,
    Groups groups,
    byte[] seccomp) {
  private static final int PROBE_SECONDS = 10;

  /// Found out once in a process, since it starts others.
  private static final class Bubblewrapping {
    static final @Nullable String LACK = bubblewrapLack();
  }

  static Host probe() {
    boolean setpriv = program("setpriv") != null;
    return new Host(
        setpriv,
        setpriv && "root".equals(System.getProperty("user.name")),
        Bubblewrapping.LACK,
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
    var limits = "control groups " + groups.version();
    return List.of(
        protection("user id per function", identityLack(), "setpriv"),
        protection("own processes, files and mounts", bubblewrap, "bubblewrap"),
        protection("own network: only Brume is reachable", namespaces, "network namespace"),
        protection("system-call filter", filterLack(), "seccomp"),
        protection("memory limit", groups.lack(), limits),
        protection("limit of processes", groups.lack(), limits),
        protection("CPU by memory", groups.lack(), limits),
        protection("frozen when idle", groups.lack(), limits),
        protection("size limit of /tmp", bubblewrap, "tmpfs, which counts as memory"));
  }

  private @Nullable String identityLack() {
    if (!setpriv) {
      return "setpriv (util-linux) is not installed: functions run as the user that Brume runs as";
    }
    return root ? null : "Brume does not run as root: functions run as the same user as Brume";
  }

  private @Nullable String filterLack() {
    if (seccomp.length == 0) {
      return "Brume has filters for x86-64 and AArch64 only";
    }
    return hasBubblewrap() ? null : "only bubblewrap can install it: " + bubblewrap;
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
