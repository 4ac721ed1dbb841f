package brume.wire.token;

import brume.shape.TimestampFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a format spells values that are no structures, lists or maps.
///
/// @param <G> the generator that the format has
@FunctionalInterface
public interface ScalarWriter<G extends JsonGenerator> {
  /// @param format null for the format's own
  void write(G out, Object value, @Nullable TimestampFormat format) throws IOException;
}
