package brume.dynamodb.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Trees by their text: as many as `capacity`, and the least recently used one leaves first.
final class RecentlyParsed<T> {
  private final Function<String, T> parser;
  private final Map<String, T> trees;

  RecentlyParsed(int capacity, Function<String, T> parser) {
    this.parser = parser;
    this.trees =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > capacity;
          }
        };
  }

  /// Errors are not kept: the parser throws them again.
  T parse(String text) {
    synchronized (trees) {
      var known = trees.get(text);
      if (known != null) {
        return known;
      }
    }
    var parsed = parser.apply(text);
    synchronized (trees) {
      trees.put(text, parsed);
    }
    return parsed;
  }

  int size() {
    synchronized (trees) {
      return trees.size();
    }
  }
}
