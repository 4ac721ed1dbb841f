package brume.store.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import brume.store.disk.Durably;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A directory that one process holds, in a format this Brume can read.
final class DataDirectory implements AutoCloseable {
  /// The format this Brume writes. Raise it when an older Brume would misread what is written.
  static final int FORMAT = 1;

  private static final Pattern FORMAT_LINE = Pattern.compile("brume-store (\\d{1,9})\\s*");

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Creates the directory when it is missing.
  ///
  /// Throws [UnusableDirectoryException] when another process holds it, when a newer Brume wrote
  /// it, or when it cannot be written.
  static DataDirectory open(Path path) {
    try {
      Durably.createDirectories(path);
      var directory = new DataDirectory(path, lock(path.resolve("lock")));
      try {
        directory.checkFormat();
        return directory;
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UnusableDirectoryException("Cannot use the data directory " + path + ": " + e, e);
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  Path path() {
    return path;
  }

  /// The lock ends with the process, however that ends; the number in the file is for people.
  private static FileChannel lock(Path file) throws IOException {
    var channel = FileChannel.open(file, READ, WRITE, CREATE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(file);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
      return channel;
    } catch (OverlappingFileLockException _) {
      channel.close();
      throw inUse(file);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static UnusableDirectoryException inUse(Path file) throws IOException {
    var holder = Files.readString(file).strip();
    return new UnusableDirectoryException(
        "The data directory "
            + file.getParent()
            + " is in use by process "
            + holder
            + ": stop it, or choose another directory",
        null);
  }

  private void checkFormat() throws IOException {
    var file = path.resolve("format");
    if (Files.notExists(file)) {
      Durably.write(file, ("brume-store " + FORMAT + "\n").getBytes(UTF_8));
      return;
    }
    var line = FORMAT_LINE.matcher(Files.readString(file));
    if (!line.matches()) {
      throw new UnusableDirectoryException(file + " does not name a format of Brume's store", null);
    }
    int found = Integer.parseInt(line.group(1));
    if (found > FORMAT) {
      throw new UnusableDirectoryException(
          "The data directory %s has format %d; this Brume reads up to %d: use a newer Brume"
              .formatted(path, found, FORMAT),
          null);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UnusableDirectoryException("Cannot unlock the data directory " + path, e);
    }
  }
}
