package brume.lambda.runtime.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The AOT cache of what all Java functions have in common.
///
/// It is made once for each JDK and each version of Brume's jars, in the background when the first
/// Java function starts; functions that start before it is there do without. The function's own
/// jars come behind on the class path, which the JDK accepts.
final class SharedCache implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SharedCache.class.getName());
  private static final String PREFIX = "shared-";
  private static final String SUFFIX = ".aot";
  private static final int NAME_DIGITS = 24;

  private final Recording recording;
  private final Path directory;
  private final Thread maker;
  private volatile @Nullable String name;

  private SharedCache(Recording recording) {
    this.recording = recording;
    directory = recording.runtimes().resolve(ClassPath.DIRECTORY);
    maker = Thread.ofVirtual().name("aot-cache").unstarted(this::find);
  }

  /// Begins to look for the cache, or to make it.
  static SharedCache open(Recording recording) {
    var cache = new SharedCache(recording);
    cache.maker.start();
    return cache;
  }

  /// Its path below the directory of the runtimes; null as long as there is none.
  @Nullable String name() {
    return name;
  }

  private void find() {
    try {
      var file = directory.resolve(PREFIX + fingerprint() + SUFFIX);
      if (!Files.exists(file)) {
        make(file);
      }
      name = ClassPath.DIRECTORY + "/" + file.getFileName();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "There is no AOT cache for Java functions", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(Path file) throws IOException, InterruptedException {
    try (var old = Files.newDirectoryStream(directory, PREFIX + "*")) {
      for (var path : old) {
        Files.delete(path);
      }
    }
    var fresh = directory.resolve("unfinished");
    try {
      recording.run(fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Of everything that the cache depends on.
  private String fingerprint() throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var java = recording.java();
      var release = java.resolveSibling("../../release").normalize();
      digest.update(Files.exists(release) ? Files.readAllBytes(release) : new byte[0]);
      digest.update(java.toString().getBytes(StandardCharsets.UTF_8));
      for (var jar : ClassPath.OWN_JARS) {
        digest.update(Files.readAllBytes(directory.resolve(jar)));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Gives up making it.
  @Override
  public void close() {
    maker.interrupt();
    try {
      maker.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
