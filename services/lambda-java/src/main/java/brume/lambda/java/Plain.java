package brume.lambda.java;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.core.JsonFactory;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Text, maps and lists by the streams of the library's Jackson alone: its object mapper takes
/// longer to start than the rest of a function does.
///
/// What does not fit into these, in an event or in an answer, is left to the general converter, so
/// that nothing is read or written otherwise than by it.
final class Plain implements Converter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<Type> TYPES = Set.of(Object.class, String.class, Map.class, List.class);

  private final Type type;
  private @Nullable Converter general;

  Plain(Type type) {
    this.type = type;
  }

  /// Whether values of the type can be plain.
  static boolean isPlain(Type type) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      var last = arguments[arguments.length - 1];
      return TYPES.contains(generic.getRawType())
          && last == Object.class
          && (arguments.length == 1 || arguments[0] == String.class);
    }
    return TYPES.contains(type);
  }

  private Converter general() {
    if (general == null) {
      general = Converter.ofLibrary(type);
    }
    return general;
  }

  /// @param in must be one that can be read again from its beginning
  @Override
  public @Nullable Object read(InputStream in) {
    try (var parser = JSON.createParser(in)) {
      var value = new PlainReader(parser).value();
      if (fits(value)) {
        return value;
      }
    } catch (IOException _) {
      // The general converter takes more than the standard does, or has its own words for it.
    }
    try {
      in.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return general().read(in);
  }

  private boolean fits(@Nullable Object value) {
    var raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return value != null && raw instanceof Class<?> wanted && wanted.isInstance(value);
  }

  @Override
  public void write(@Nullable Object value, OutputStream out) {
    if (!fits(value) || !PlainWriter.canWrite(value)) {
      general().write(value, out);
      return;
    }
    try (var generator =
        JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      PlainWriter.write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
