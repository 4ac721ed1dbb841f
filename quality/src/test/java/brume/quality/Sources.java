package brume.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of the project as they are in its folders, without what was built or downloaded.
final class Sources {
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> LEFT_OUT =
      Set.of("target", ".git", ".brume", "node_modules", "dist");

  private Sources() {}

  /// A file by its path from the project's folder.
  record File(String path, List<String> lines) {
    String folder() {
      return path.substring(0, path.lastIndexOf('/') + 1);
    }

    boolean isTest() {
      return path.contains("/src/test/");
    }
  }

  /// All whose names end with `ending`, in the order of their paths.
  static List<File> endingWith(String ending) {
    var files = new ArrayList<File>();
    try {
      Files.walkFileTree(
          HOME,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (file.toString().endsWith(ending)) {
                files.add(new File(HOME.relativize(file).toString(), Files.readAllLines(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort((one, other) -> one.path().compareTo(other.path()));
    return files;
  }
}
