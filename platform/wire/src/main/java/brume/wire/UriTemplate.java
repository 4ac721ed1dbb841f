package brume.wire;

import brume.base.PercentCode;
import brume.http.QueryString;
import brume.shape.HttpBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A template such as `/{Bucket}/{Key+}?uploads`, compiled.
///
/// Source: Smithy, "http trait", URI pattern.
final class UriTemplate implements Comparable<UriTemplate> {
  private record Segment(String text, boolean label, boolean greedy) {}

  private final String method;
  private final List<Segment> segments = new ArrayList<>();
  private final List<QueryString.Parameter> query;
  private final boolean trailingSlash;

  UriTemplate(HttpBinding http) {
    method = http.method();
    int mark = http.uri().indexOf('?');
    var path = mark < 0 ? http.uri() : http.uri().substring(0, mark);
    query = QueryString.parse(mark < 0 ? "" : http.uri().substring(mark + 1)).parameters();
    trailingSlash = path.length() > 1 && path.endsWith("/");
    for (var part : split(path)) {
      boolean label = part.startsWith("{");
      boolean greedy = part.endsWith("+}");
      var name = label ? part.substring(1, part.length() - (greedy ? 2 : 1)) : part;
      segments.add(new Segment(name, label, greedy));
    }
  }

  private static List<String> split(String path) {
    var trimmed = path.startsWith("/") ? path.substring(1) : path;
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }

  /// The decoded labels; null when the request is not of this template.
  @Nullable Map<String, String> match(String requestMethod, String path, QueryString asked) {
    if (!method.equals(requestMethod) || !queryMatches(asked)) {
      return null;
    }
    var parts = new ArrayList<>(split(path));
    boolean greedyEnd = !segments.isEmpty() && segments.getLast().greedy;
    if (!greedyEnd && !parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    var wanted = trailingSlash ? segments.subList(0, segments.size() - 1) : segments;
    return labels(wanted, parts);
  }

  private static @Nullable Map<String, String> labels(List<Segment> wanted, List<String> parts) {
    var labels = new HashMap<String, String>();
    int at = 0;
    for (int i = 0; i < wanted.size(); i++) {
      var segment = wanted.get(i);
      int left = wanted.size() - i - 1;
      if (segment.greedy) {
        int end = parts.size() - left;
        if (end <= at) {
          return null;
        }
        var joined = String.join("/", parts.subList(at, end));
        if (joined.isEmpty()) {
          return null;
        }
        labels.put(segment.text, PercentCode.decode(joined));
        at = end;
      } else if (at >= parts.size() || !step(segment, parts.get(at++), labels)) {
        return null;
      }
    }
    return at == parts.size() ? labels : null;
  }

  private static boolean step(Segment segment, String part, Map<String, String> labels) {
    if (!segment.label) {
      return segment.text.equals(PercentCode.decode(part));
    }
    if (part.isEmpty()) {
      return false;
    }
    labels.put(segment.text, PercentCode.decode(part));
    return true;
  }

  private boolean queryMatches(QueryString asked) {
    for (var parameter : query) {
      if (!asked.has(parameter.name())
          || (!parameter.value().isEmpty()
              && !parameter.value().equals(asked.first(parameter.name())))) {
        return false;
      }
    }
    return true;
  }

  /// The more specific first: more query literals, then more literal segments, then longer.
  @Override
  public int compareTo(UriTemplate other) {
    int byQuery = Integer.compare(other.query.size(), query.size());
    if (byQuery != 0) {
      return byQuery;
    }
    int byLiterals = Long.compare(other.literals(), literals());
    return byLiterals != 0 ? byLiterals : Integer.compare(other.segments.size(), segments.size());
  }

  private long literals() {
    return segments.stream().filter(segment -> !segment.label).count();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
