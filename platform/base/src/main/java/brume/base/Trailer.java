package brume.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields that follow a body, such as a checksum that its sender knew only at the end.
public interface Trailer {
  Trailer NONE =
      new Trailer() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public @Nullable String value(String name) {
          return null;
        }
      };

  /// In lower case, as announced before the body.
  List<String> names();

  /// Null for a field that was not announced.
  ///
  /// Throws [IllegalStateException] while the body is not read to its end.
  @Nullable String value(String name);
}
