package brume.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What a running Brume leaves for its launcher, below `run` of the data directory: `pid`,
/// `endpoint`, `env`, and at last `ready` with what the operator is told.
record RunFiles(Path folder) implements AutoCloseable {
  private static final List<String> NAMES = List.of("ready", "env", "endpoint", "pid");

  static RunFiles of(Path data) throws IOException {
    var files = new RunFiles(data.resolve("run"));
    Files.createDirectories(files.folder);
    files.close();
    return files;
  }

  void write(String name, String text) throws IOException {
    var fresh = folder.resolve(name + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    for (var name : NAMES) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
