package brume.lambda.runtime.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Writes what functions see at `/var/runtime` and `/etc`: bootstraps and a small system
/// configuration.
final class RuntimeFiles {
  private static final List<String> RESOURCES =
      List.of(
          "bootstrap.py",
          "bootstrap.cjs",
          "etc/passwd",
          "etc/group",
          "etc/hosts",
          "etc/nsswitch.conf",
          "etc/resolv.conf");
  private static final List<String> MOUNT_POINTS = List.of("etc/ssl", "etc/alternatives");
  private static final Path LINKER_CACHE = Path.of("/etc/ld.so.cache");

  private RuntimeFiles() {}

  static void write(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("etc"));
    for (var name : RESOURCES) {
      try (var resource = RuntimeFiles.class.getResourceAsStream(name)) {
        if (resource == null) {
          throw new FileNotFoundException(name);
        }
        put(resource.readAllBytes(), directory.resolve(name));
      }
    }
    for (var name : MOUNT_POINTS) {
      Files.createDirectories(directory.resolve(name));
    }
    if (Files.isReadable(LINKER_CACHE)) {
      put(Files.readAllBytes(LINKER_CACHE), directory.resolve("etc/ld.so.cache"));
    }
    open(directory);
  }

  /// By renaming, since a running function may have the old file open.
  private static void put(byte[] content, Path target) throws IOException {
    var fresh = target.resolveSibling(target.getFileName() + ".new");
    Files.write(fresh, content);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Functions run under other users.
  private static void open(Path directory) throws IOException {
    try (var tree = Files.walk(directory)) {
      for (var path : tree.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
