package brume.lambda.runtime.language;

import brume.lambda.runtime.jvm.ClassPath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
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
  private static final String JARS = "/brume/lambda/java/classpath/";
  private static final List<String> MOUNT_POINTS = List.of("etc/ssl", "etc/alternatives", "empty");
  private static final Path LINKER_CACHE = Path.of("/etc/ld.so.cache");

  private RuntimeFiles() {}

  static void write(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("etc"));
    for (var name : RESOURCES) {
      copy(name, directory.resolve(name));
    }
    var java = Files.createDirectories(directory.resolve(ClassPath.DIRECTORY));
    for (var name : ClassPath.OWN_JARS) {
      copy(JARS + name, java.resolve(name));
    }
    for (var name : MOUNT_POINTS) {
      Files.createDirectories(directory.resolve(name));
    }
    if (Files.isReadable(LINKER_CACHE)) {
      put(Files.readAllBytes(LINKER_CACHE), directory.resolve("etc/ld.so.cache"));
    }
    open(directory);
  }

  private static void copy(String name, Path target) throws IOException {
    try (var resource = RuntimeFiles.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name);
      }
      put(resource.readAllBytes(), target);
    }
  }

  /// By renaming, since a running function may have the old file open; and only when it differs,
  /// since AOT caches know jars by their time.
  private static void put(byte[] content, Path target) throws IOException {
    if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), content)) {
      return;
    }
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
