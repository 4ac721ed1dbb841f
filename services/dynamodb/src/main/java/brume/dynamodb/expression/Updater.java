package brume.dynamodb.expression;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applies bound updates.
///
/// Paths of one update never overlap, so their order matters within lists only: what is added past
/// a list's end is added in the order of the indexes, and elements are removed last and from the
/// end, since indexes are those of the item as it was before.
public final class Updater {
  private Updater() {}

  /// The item after the update. `before` is [Item#EMPTY] with its key for one that did not exist.
  public static Item apply(Update update, Item before) {
    var operands = new UpdateOperands(before);
    var changes = new ArrayList<Change>();
    for (var action : update.actions()) {
      changes.add(change(action, before, operands));
    }
    changes.sort(Comparator.comparing(Change::isRemoval).thenComparingInt(Change::position));
    Value item = new Value.M(before.attributes());
    for (var change : changes) {
      item = with(item, change.path.steps(), change.value);
    }
    return new Item(((Value.M) item).entries());
  }

  /// A new value for a path; null to remove what is there.
  private record Change(Path path, @Nullable Value value) {
    boolean isRemoval() {
      return value == null;
    }

    int position() {
      return path.steps().getLast() instanceof Path.Step.Index(var index)
          ? isRemoval() ? -index : index
          : 0;
    }
  }

  private static Change change(Update.Action action, Item before, UpdateOperands operands) {
    var path = action.path();
    return switch (action) {
      case Update.Action.Set(_, var operand) -> new Change(path, operands.value(operand));
      case Update.Action.Remove _ -> new Change(path, null);
      case Update.Action.Add(_, var operand) ->
          new Change(path, UpdateOperands.added(path.in(before), operands.value(operand)));
      case Update.Action.Delete(_, var operand) -> {
        var existing = path.in(before);
        yield new Change(
            path,
            existing == null ? null : UpdateOperands.removed(existing, operands.value(operand)));
      }
    };
  }

  /// `container` with another value at the end of `steps`.
  private static Value with(Value container, List<Path.Step> steps, @Nullable Value value) {
    var step = steps.getFirst();
    var changed = value;
    if (steps.size() > 1) {
      var below = Path.down(container, step);
      if (below == null) {
        throw invalidPath();
      }
      changed = with(below, steps.subList(1, steps.size()), value);
    }
    return switch (step) {
      case Path.Step.Name(var name) when container instanceof Value.M(var entries) ->
          withEntry(entries, name, changed);
      case Path.Step.Index(var index) when container instanceof Value.L(var items) ->
          withElement(items, index, changed);
      default -> throw invalidPath();
    };
  }

  private static Value withEntry(Map<String, Value> entries, String name, @Nullable Value value) {
    var copy = new LinkedHashMap<>(entries);
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return new Value.M(copy);
  }

  private static Value withElement(List<Value> items, int index, @Nullable Value value) {
    var copy = new ArrayList<>(items);
    if (index < copy.size()) {
      if (value == null) {
        copy.remove(index);
      } else {
        copy.set(index, value);
      }
    } else if (value != null) {
      copy.add(value);
    }
    return new Value.L(copy);
  }

  private static brume.shape.ServiceException invalidPath() {
    return Invalid.request(
        "The document path provided in the update expression is invalid for update");
  }
}
