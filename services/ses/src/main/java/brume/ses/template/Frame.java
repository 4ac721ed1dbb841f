package brume.ses.template;

import brume.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The value that names are looked up in, and those around it.
///
/// @param marks `@index` and the like
record Frame(Json value, Map<String, Json> marks, @Nullable Frame outer) {
  /// Null when there is no such value.
  @Nullable Json find(Path path) {
    Frame frame = this;
    for (int i = 0; i < path.up(); i++) {
      if (frame == null) {
        return null;
      }
      frame = frame.outer;
    }
    if (frame == null) {
      return null;
    }
    if (path.text().startsWith("@")) {
      return marks.get(path.text());
    }
    Json found = frame.value;
    for (var name : path.names()) {
      found = step(found, name);
    }
    return found;
  }

  private static @Nullable Json step(@Nullable Json from, String name) {
    return switch (from) {
      case Json.Obj object -> object.get(name);
      case Json.Arr(var items) when name.matches("\\d{1,6}") -> {
        int index = Integer.parseInt(name);
        yield index < items.size() ? items.get(index) : null;
      }
      case null, default -> null;
    };
  }
}
