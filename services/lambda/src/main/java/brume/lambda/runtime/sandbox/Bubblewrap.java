package brume.lambda.runtime.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The arguments of `bwrap`: what the function sees of the file system, and under which names.
final class Bubblewrap {
  private static final long MEGABYTE = 1 << 20;
  private static final List<String> LINKS = List.of("lib", "lib64", "lib32", "bin", "sbin");

  private final List<String> arguments = new ArrayList<>();

  private Bubblewrap() {}

  static List<String> arguments(Plan plan, Stage stage, Map<String, String> environment) {
    var wrap = new Bubblewrap();
    wrap.namespaces();
    wrap.system();
    wrap.function(plan, stage);
    environment.forEach((name, value) -> wrap.add("--setenv", name, value));
    return wrap.arguments;
  }

  private void namespaces() {
    add("--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts");
    add("--unshare-cgroup-try", "--disable-userns", "--uid", "993", "--gid", "990");
    add("--die-with-parent", "--new-session", "--clearenv", "--hostname", "localhost");
  }

  private void system() {
    add("--ro-bind", "/usr", "/usr");
    for (var name : LINKS) {
      var path = Path.of("/" + name);
      if (Files.isSymbolicLink(path)) {
        add("--symlink", "usr/" + name, "/" + name);
      } else if (Files.isDirectory(path)) {
        add("--ro-bind", "/" + name, "/" + name);
      }
    }
    add("--proc", "/proc", "--dev", "/dev");
  }

  private void function(Plan plan, Stage stage) {
    add("--ro-bind", stage.runtime().resolve("etc").toString(), "/etc");
    for (var shared : List.of("/etc/ssl", "/etc/alternatives")) {
      add("--ro-bind-try", shared, shared);
    }
    add("--perms", "1777", "--size", Long.toString(plan.tmpMb() * MEGABYTE), "--tmpfs", "/tmp");
    add("--ro-bind", stage.code().toString(), Layout.AWS.task());
    add("--ro-bind", stage.runtime().toString(), Layout.AWS.runtime());
    if (stage.opt() != null) {
      add("--ro-bind", stage.opt().toString(), Layout.AWS.opt());
    } else {
      add("--dir", Layout.AWS.opt());
    }
    if (stage.prepared() != null) {
      add("--ro-bind", stage.prepared().toString(), Layout.AWS.prepared());
    }
    if (stage.language() != null && plan.language() != null) {
      add("--ro-bind", stage.language().toString(), plan.language().toString());
    }
    add("--remount-ro", "/", "--chdir", Layout.AWS.task());
  }

  private void add(String... words) {
    arguments.addAll(List.of(words));
  }
}
