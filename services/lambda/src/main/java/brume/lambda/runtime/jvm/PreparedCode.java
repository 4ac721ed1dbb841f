package brume.lambda.runtime.jvm;

import brume.lambda.runtime.sandbox.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// The package of a Java function in a form that an AOT cache can hold: the JDK caches classes of
/// jars only, and a deployed package is a directory.
///
/// The classes go into one jar. Everything else stays files, so that whoever asks a class loader
/// for a resource gets a `file:` URL as on AWS. The jar refers to these by a URL in its manifest:
/// the JDK refuses a cache whose class path has a directory with something in it, but looks at
/// relative references only.
final class PreparedCode {
  static final String CLASSES = "classes.jar";
  static final String CACHE = "function.aot";
  private static final String RESOURCES = "resources";
  private static final String CLASS = ".class";

  private PreparedCode() {}

  /// Writes it below `target`, which must be there.
  ///
  /// @param code the unpacked package; its jars are used where they are
  /// @param layout where the function will see `target`
  static void write(Path code, Path target, Layout layout) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.CLASS_PATH, "file:" + layout.prepared() + "/" + RESOURCES + "/");
    var file = target.resolve(CLASSES);
    try (var out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out, manifest)) {
      Files.walkFileTree(code, new Division(code, jar, target.resolve(RESOURCES)));
    }
    readable(target, "rwxr-xr-x");
    readable(file, "rw-r--r--");
  }

  private static void readable(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /// Classes to the one side, resources to the other.
  private static final class Division extends SimpleFileVisitor<Path> {
    private final Path code;
    private final Path libraries;
    private final JarOutputStream classes;
    private final Path resources;

    Division(Path code, JarOutputStream classes, Path resources) {
      this.code = code;
      this.libraries = code.resolve("lib");
      this.classes = classes;
      this.resources = resources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      var target = resources.resolve(code.relativize(directory).toString());
      Files.createDirectories(target);
      readable(target, "rwxr-xr-x");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile() || libraries.equals(file.getParent())) {
        return FileVisitResult.CONTINUE;
      }
      var name = code.relativize(file).toString();
      if (name.endsWith(CLASS)) {
        store(name, Files.readAllBytes(file));
      } else {
        var target = resources.resolve(name);
        Files.copy(file, target);
        readable(target, "rw-r--r--");
      }
      return FileVisitResult.CONTINUE;
    }

    /// Not compressed: a start reads thousands of them.
    private void store(String name, byte[] content) throws IOException {
      var entry = new ZipEntry(name);
      var checksum = new CRC32();
      checksum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
      classes.putNextEntry(entry);
      OutputStream out = classes;
      out.write(content);
      classes.closeEntry();
    }
  }
}
