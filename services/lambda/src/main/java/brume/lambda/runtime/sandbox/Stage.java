package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Shows a plan's directories at paths that the function's user may walk, in the mount namespace of
/// the calling thread alone: the data directory may lie in a home that only root can enter.
///
/// @param directory holds the others, and disappears with the namespace
record Stage(
    Path directory,
    Path code,
    @Nullable Path opt,
    Path runtime,
    @Nullable Path prepared,
    @Nullable Path language) {
  private static final Path PLACE = Path.of("/mnt");

  /// Without a namespace of its own: the directories where they are.
  static Stage direct(Plan plan, Path directory) {
    return new Stage(
        directory, plan.code(), plan.opt(), plan.runtime(), plan.prepared(), plan.language());
  }

  static Stage mount(Plan plan) throws IOException {
    Native.mount("none", "/", "", Native.MS_REC | Native.MS_PRIVATE, "");
    Native.mount("tmpfs", PLACE.toString(), "tmpfs", 0, "size=1m,mode=755");
    return new Stage(
        PLACE,
        bind(plan.code(), "task"),
        bindIfThere(plan.opt(), "opt"),
        bind(plan.runtime(), "runtime"),
        bindIfThere(plan.prepared(), "prepared"),
        bindIfThere(plan.language(), "language"));
  }

  private static @Nullable Path bindIfThere(@Nullable Path source, String name) throws IOException {
    return source == null ? null : bind(source, name);
  }

  private static Path bind(Path source, String name) throws IOException {
    var target = Files.createDirectory(PLACE.resolve(name));
    Native.mount(source.toString(), target.toString(), "", Native.MS_BIND, "");
    return target;
  }

  /// Where the function sees them when nothing else moves them.
  Layout layout(Path tmp) {
    return new Layout(
        code.toString(),
        Objects.requireNonNullElse(opt, directory.resolve("no-layers")).toString(),
        runtime.toString(),
        Objects.requireNonNullElse(prepared, directory.resolve("not-prepared")).toString(),
        tmp.toString());
  }
}
