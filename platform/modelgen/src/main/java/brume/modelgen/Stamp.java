package brume.modelgen;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A digest of all that the sources depend on: the models, and this generator itself.
final class Stamp {
  private Stamp() {}

  static String of(Path models) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, models.resolve("services.txt"));
      for (var selection : Selection.read(models.resolve("services.txt"))) {
        add(digest, models.resolve(selection.service() + ".json"));
        add(digest, models.resolve("errors").resolve(selection.service() + ".csv"));
      }
      for (var file : ownCode()) {
        add(digest, file);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    if (Files.exists(file)) {
      digest.update(Files.readAllBytes(file));
    }
    digest.update((byte) 0);
  }

  /// The class files, or the one jar that has them.
  private static List<Path> ownCode() throws IOException {
    try {
      var place = Path.of(Stamp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (var files = Files.walk(place)) {
        return files.filter(Files::isRegularFile).sorted().toList();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
