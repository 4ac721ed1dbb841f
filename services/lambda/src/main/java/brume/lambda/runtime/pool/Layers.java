package brume.lambda.runtime.pool;

import brume.base.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays the layers of a function over each other, since all appear at `/opt`.
///
/// One layer is used where it is. Several are merged once, by hard links where the file system has
/// them, into a directory that functions with the same layers share.
final class Layers {
  private static final int NAME_DIGITS = 32;

  private final Path directory;

  Layers(Path directory) {
    this.directory = directory;
  }

  /// Null without layers.
  synchronized @Nullable Path merged(List<Path> layers) throws IOException {
    if (layers.size() < 2) {
      return layers.isEmpty() ? null : layers.getFirst();
    }
    var target = directory.resolve(nameOf(layers));
    if (Files.exists(target)) {
      return target;
    }
    Files.createDirectories(directory);
    var fresh = Files.createTempDirectory(directory, "merging");
    Files.setPosixFilePermissions(
        fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    for (var layer : layers) {
      Files.walkFileTree(layer, new Merge(layer, fresh));
    }
    return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String nameOf(List<Path> layers) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var layer : layers) {
        digest.update(layer.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return Bytes.wrap(digest.digest()).toHex().substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Merge extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Merge(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(source).toString()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path source, BasicFileAttributes attributes)
        throws IOException {
      var target = to.resolve(from.relativize(source).toString());
      Files.deleteIfExists(target);
      try {
        Files.createLink(target, source);
      } catch (IOException | UnsupportedOperationException _) {
        Files.copy(source, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
