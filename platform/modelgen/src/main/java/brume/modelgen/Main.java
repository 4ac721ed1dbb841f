package brume.modelgen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// Generates the sources of `models`: `Main <folder of the models> <folder for the sources>`.
///
/// `services.txt` in the models' folder names the services, one a line, each with the operations to
/// generate where these are not all. Nothing is written when nothing changed since the last time.
public final class Main {
  private static final String STAMP = ".stamp";

  private Main() {}

  public static void main(String[] args) throws IOException {
    generate(Path.of(args[0]), Path.of(args[1]));
  }

  /// Returns whether anything was written.
  static boolean generate(Path models, Path target) throws IOException {
    var lines =
        Files.readAllLines(models.resolve("services.txt")).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    var stamp = stamp(models);
    var stampFile = target.resolve(STAMP);
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return false;
    }
    for (var line : lines) {
      var words = line.split("\\s+");
      var only = Set.of(words).stream().filter(word -> !word.equals(words[0])).toList();
      service(Model.read(models, words[0], Set.copyOf(only)), target);
    }
    Files.writeString(stampFile, stamp);
    return true;
  }

  private static void service(Model model, Path target) throws IOException {
    var folder = target.resolve(model.packageName().replace('.', '/'));
    Files.createDirectories(folder);
    var types = new Types(model);
    var members = new Members(model, types);
    var structures = new Structures(model, types, members);
    for (var name : model.structures()) {
      Files.writeString(folder.resolve(Names.type(name) + ".java"), structures.source(name));
    }
    Files.writeString(folder.resolve("Shapes.java"), new Shapes(model, types, members).source());
    Files.writeString(
        folder.resolve(model.stem() + "Model.java"), new ServiceSource(model).source());
    Files.writeString(folder.resolve(model.stem() + "Error.java"), new ErrorSource(model).source());
  }

  /// A digest of all that the sources depend on: the models and this generator itself.
  private static String stamp(Path models) throws IOException {
    try (var files = Files.walk(models)) {
      var digest = MessageDigest.getInstance("SHA-256");
      files
          .filter(file -> file.toString().matches(".*\\.(json|csv|txt)"))
          .filter(file -> !file.startsWith(models.resolve("target")))
          .sorted()
          .forEach(file -> update(digest, file));
      for (var type :
          new Class<?>[] {
            Structures.class,
            Shapes.class,
            Members.class,
            Builders.class,
            ServiceSource.class,
            ErrorSource.class,
            Model.class,
            Names.class,
            Types.class
          }) {
        try (var code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
          digest.update(code == null ? new byte[0] : code.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(MessageDigest digest, Path file) {
    try {
      digest.update(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
