package brume.wire.conformance;

import brume.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The Smithy model of the protocol tests: its shapes by their full names.
final class Smithy {
  private static final String FOLDER = "/META-INF/smithy/";
  private static final String OWN = "rpcv2Cbor.smithy";

  /// @param type as Smithy calls it, such as `structure` or `operation`
  /// @param traits by their names without namespaces
  /// @param properties what operations and services say of themselves
  record Definition(
      String id,
      String type,
      Map<String, Json> traits,
      Map<String, Field> members,
      Map<String, Json> properties) {
    String name() {
      return id.substring(id.indexOf('#') + 1);
    }

    boolean has(String trait) {
      return traits.containsKey(trait);
    }
  }

  record Field(String name, String target, Map<String, Json> traits) {
    boolean has(String trait) {
      return traits.containsKey(trait);
    }

    @Nullable String text(String trait) {
      var value = traits.get(trait);
      return value == null ? null : value.text();
    }
  }

  final Map<String, Definition> shapes = new TreeMap<>();

  /// Reads the files that the manifest of the tests' archive lists, and the project's own cases.
  static Smithy load() {
    var smithy = new Smithy();
    var late = new LinkedHashMap<Runnable, String>();
    for (var file : resource(FOLDER + "manifest").strip().split("\\s+")) {
      if (file.endsWith(".smithy")) {
        new Parser(smithy, resource(FOLDER + file)).parse().forEach(step -> late.put(step, file));
      }
    }
    new Parser(smithy, resource(OWN)).parse().forEach(step -> late.put(step, OWN));
    late.keySet().forEach(Runnable::run);
    return smithy;
  }

  private static String resource(String name) {
    try (InputStream in = Smithy.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Definition get(String id) {
    var found = shapes.get(id);
    if (found == null) {
      throw new IllegalStateException("No shape " + id);
    }
    return found;
  }
}
