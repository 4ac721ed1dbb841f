package brume.wire.token;

import brume.shape.Kind;
import brume.shape.TimestampFormat;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a format spells values that are no structures, lists or maps.
@FunctionalInterface
public interface ScalarReader {
  /// The value at the parser's current token, which is not null unless a document is wanted.
  ///
  /// Throws [brume.wire.value.MalformedException] when it is not of that kind.
  ///
  /// @param format null for the format's own
  Object read(JsonParser parser, Kind kind, @Nullable TimestampFormat format) throws IOException;
}
