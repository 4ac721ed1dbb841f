package brume.apigateway.authorizer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Values that are good for a time, of which the longest unused go when there are too many.
final class Remembered<T> {
  private record Kept<T>(T value, Instant until) {}

  private final Map<String, Kept<T>> entries;

  Remembered(int max) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > max;
          }
        };
  }

  /// Null when there is none, or none that is still good.
  synchronized @Nullable T get(String key, Instant now) {
    var entry = entries.get(key);
    return entry != null && now.isBefore(entry.until) ? entry.value : null;
  }

  /// @param until the first moment at which the value is no longer good
  synchronized void put(String key, T value, Instant until) {
    entries.put(key, new Kept<>(value, until));
  }

  synchronized void forget(Predicate<String> keys) {
    entries.keySet().removeIf(keys);
  }
}
