package brume.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip of a folder, or of a single file: the same content always makes the same bytes, so that it
/// is known by its hash.
final class FolderArchive {
  /// The first day that a zip can tell.
  private static final FileTime TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private FolderArchive() {}

  static void write(Path source, Path archive) throws IOException {
    var root = Files.isDirectory(source) ? source : source.resolveSibling(".").normalize();
    try (var out = new ZipOutputStream(Files.newOutputStream(archive));
        var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var entry = new ZipEntry(root.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(TIME);
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
