package brume.dynamodb.expression;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of an item that a request wants to see.
public final class Projection {
  private final List<Path> paths;

  /// The bound paths as a tree; empty while there are placeholders.
  private final Tree tree = new Tree(new LinkedHashMap<>());

  /// What is wanted below one step; nothing more means all of it.
  private record Tree(Map<Path.Step, Tree> below) {}

  public Projection(List<Path> paths) {
    this.paths = List.copyOf(paths);
    for (var path : paths) {
      var node = tree;
      for (var step : path.steps()) {
        node = node.below.computeIfAbsent(step, _ -> new Tree(new LinkedHashMap<>()));
      }
    }
  }

  public List<Path> paths() {
    return paths;
  }

  /// The item with what the paths lead to, and nothing else. Elements of lists move up.
  public Item of(Item item) {
    return select(new Value.M(item.attributes()), tree) instanceof Value.M(var entries)
        ? new Item(entries)
        : Item.EMPTY;
  }

  private static @Nullable Value select(Value value, Tree tree) {
    if (tree.below.isEmpty()) {
      return value;
    }
    return switch (value) {
      case Value.M(var entries) -> selectEntries(entries, tree);
      case Value.L(var items) -> selectItems(items, tree);
      default -> null;
    };
  }

  private static @Nullable Value selectEntries(Map<String, Value> entries, Tree tree) {
    var selected = new LinkedHashMap<String, Value>();
    tree.below.forEach(
        (step, below) -> {
          if (step instanceof Path.Step.Name(var name) && entries.containsKey(name)) {
            var part = select(entries.get(name), below);
            if (part != null) {
              selected.put(name, part);
            }
          }
        });
    return selected.isEmpty() ? null : new Value.M(selected);
  }

  private static @Nullable Value selectItems(List<Value> items, Tree tree) {
    var selected = new ArrayList<Value>();
    for (int i = 0; i < items.size(); i++) {
      var below = tree.below.get(new Path.Step.Index(i));
      var part = below == null ? null : select(items.get(i), below);
      if (part != null) {
        selected.add(part);
      }
    }
    return selected.isEmpty() ? null : new Value.L(selected);
  }
}
