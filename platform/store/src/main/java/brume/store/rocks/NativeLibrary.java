package brume.store.rocks;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/// Loads RocksDB's library from a file that is taken out of the jar once.
///
/// RocksDB's own loader unpacks 16 MB into the temporary directory at every start, which takes 140
/// of 190 ms; and the temporary directory may be mounted `noexec`.
final class NativeLibrary {
  /// The name that `RocksDB.loadLibrary(List)` looks for.
  private static final String FILE = Environment.getJniLibraryFileName("rocksdbjni");

  /// A library loads once in a process, whichever store asks for it first.
  private static boolean loaded;

  private NativeLibrary() {}

  /// Throws [UnusableDirectoryException] when the jar has no library for this machine.
  static synchronized void load(Path directory) {
    if (loaded) {
      return;
    }
    try {
      RocksDB.loadLibrary(List.of(unpack(directory).toString()));
      loaded = true;
    } catch (IOException | UnsatisfiedLinkError e) {
      throw new UnusableDirectoryException(
          "Cannot load RocksDB's library from " + directory + ": " + e.getMessage(), e);
    }
  }

  /// The folder with the library, which is named by its size: another version is another folder.
  private static Path unpack(Path directory) throws IOException {
    var resource = resource();
    var connection = resource.openConnection();
    long size = connection.getContentLengthLong();
    var folder = directory.resolve("rocksdb-" + size);
    var file = folder.resolve(FILE);
    if (Files.notExists(file) || Files.size(file) != size) {
      Files.createDirectories(folder);
      var unpacked = Files.createTempFile(folder, "unpacked", ".tmp");
      try (var in = connection.getInputStream()) {
        Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder.toAbsolutePath();
  }

  private static URL resource() {
    var name = Environment.getJniLibraryFileName("rocksdb");
    var resource = RocksDB.class.getClassLoader().getResource(name);
    if (resource == null) {
      throw new UnusableDirectoryException("RocksDB's jar lacks " + name, null);
    }
    return resource;
  }
}
