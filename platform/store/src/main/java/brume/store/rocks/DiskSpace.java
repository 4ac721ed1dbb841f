package brume.store.rocks;

import brume.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// The room that is left on the disk of a directory, which stays on one file system while it is
/// open: to find that one reads all mounts, to ask it is one system call.
///
/// @param reserveBytes that are to stay free
record DiskSpace(Path directory, FileStore disk, long reserveBytes) {
  static DiskSpace of(Path directory, long reserveBytes) {
    try {
      return new DiskSpace(directory, Files.getFileStore(directory), reserveBytes);
    } catch (IOException e) {
      throw new UnusableDirectoryException("The disk of " + directory + " does not answer", e);
    }
  }

  /// Throws [StoreUnavailableException] when the reserve is touched.
  void check() {
    long free;
    try {
      free = disk.getUsableSpace();
    } catch (IOException e) {
      throw new StoreUnavailableException("The disk of " + directory + " does not answer", e);
    }
    if (free < reserveBytes) {
      throw new StoreUnavailableException(
          "The disk of " + directory + " has only " + free + " bytes left", null);
    }
  }
}
