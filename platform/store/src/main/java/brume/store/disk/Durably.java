package brume.store.disk;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Makes files that are there whole or not at all, whenever the power fails.
///
/// A file's bytes are synced before it gets its name, and the directory after: a rename alone is
/// not on disk (`rename(2)`, `fsync(2)`).
public final class Durably {
  private Durably() {}

  /// Writes a small file, in place of one that is there.
  public static void write(Path file, byte[] content) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(unfinished);
    try (var channel = FileChannel.open(unfinished, WRITE, CREATE_NEW)) {
      var left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    rename(unfinished, file);
  }

  /// Gives a synced file its name.
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncDirectory(parent(to));
  }

  /// Creates `directory` and those above it that are missing.
  public static void createDirectories(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      createDirectories(parent(directory));
      Files.createDirectories(directory);
      syncDirectory(parent(directory));
    }
  }

  private static Path parent(Path path) {
    var parent = path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  private static void syncDirectory(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}
