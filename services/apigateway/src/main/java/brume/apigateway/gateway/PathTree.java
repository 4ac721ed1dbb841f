package brume.apigateway.gateway;

import brume.base.PercentCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds what stands for a path among templates such as `/todos/{id}` and `/files/{proxy+}`.
///
/// A literal part goes before a variable, a variable before a greedy one, and where that leads
/// nowhere the next is tried.
///
/// Source: API Gateway Developer Guide, "Set up a proxy integration with a proxy resource" and
/// "Create routes for HTTP APIs in API Gateway".
public final class PathTree<T> {
  private static final class Node<T> {
    private final Map<String, Node<T>> literals = new HashMap<>();
    private @Nullable Node<T> variable;
    private final List<Leaf<T>> leaves = new ArrayList<>(1);
    private final List<Leaf<T>> greedy = new ArrayList<>(1);
  }

  private record Leaf<T>(T value, List<String> names) {}

  /// @param parameters the parts that variables stand for, as they were sent
  public record Match<T>(T value, Map<String, String> parameters) {}

  private final Node<T> root = new Node<>();

  public void add(String template, T value) {
    var node = root;
    var names = new ArrayList<String>();
    for (var part : split(template)) {
      if (!part.startsWith("{") || !part.endsWith("}")) {
        node = node.literals.computeIfAbsent(part, _ -> new Node<>());
        continue;
      }
      boolean isGreedy = part.endsWith("+}");
      names.add(part.substring(1, part.length() - (isGreedy ? 2 : 1)));
      if (isGreedy) {
        node.greedy.add(new Leaf<>(value, List.copyOf(names)));
        return;
      }
      if (node.variable == null) {
        node.variable = new Node<>();
      }
      node = node.variable;
    }
    node.leaves.add(new Leaf<>(value, List.copyOf(names)));
  }

  /// The first that `accepts` takes; null when there is none.
  ///
  /// @param path undecoded
  public @Nullable Match<T> find(String path, Predicate<T> accepts) {
    return new Search<>(split(path), accepts, true).from(root);
  }

  /// As [#find], among the templates without a greedy variable.
  public @Nullable Match<T> findExact(String path, Predicate<T> accepts) {
    return new Search<>(split(path), accepts, false).from(root);
  }

  private static List<String> split(String path) {
    var trimmed = path.startsWith("/") ? path.substring(1) : path;
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }

  private record Search<T>(
      List<String> parts, Predicate<T> accepts, boolean greedy, List<String> values) {
    Search(List<String> parts, Predicate<T> accepts, boolean greedy) {
      this(parts, accepts, greedy, new ArrayList<>());
    }

    @Nullable Match<T> from(Node<T> root) {
      return at(root, 0);
    }

    private @Nullable Match<T> at(Node<T> node, int index) {
      if (index == parts.size()) {
        return accepted(node.leaves);
      }
      var part = parts.get(index);
      var literal = node.literals.get(decoded(part));
      var found = literal == null ? null : at(literal, index + 1);
      if (found == null && node.variable != null && !part.isEmpty()) {
        values.add(part);
        found = at(node.variable, index + 1);
        values.removeLast();
      }
      if (found == null && greedy && !node.greedy.isEmpty()) {
        values.add(String.join("/", parts.subList(index, parts.size())));
        found = accepted(node.greedy);
        values.removeLast();
      }
      return found;
    }

    private @Nullable Match<T> accepted(List<Leaf<T>> leaves) {
      for (var leaf : leaves) {
        if (accepts.test(leaf.value)) {
          var parameters = new LinkedHashMap<String, String>();
          for (int i = 0; i < leaf.names.size(); i++) {
            parameters.put(leaf.names.get(i), values.get(i));
          }
          return new Match<>(leaf.value, parameters);
        }
      }
      return null;
    }

    private static String decoded(String part) {
      try {
        return PercentCode.decode(part);
      } catch (IllegalArgumentException _) {
        return part;
      }
    }
  }
}
