package brume.dynamodb.expression;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document path such as `info.ratings[0]`. A bound path has no placeholders.
public record Path(List<Step> steps) {
  /// One way down into a value.
  public sealed interface Step {
    record Name(String name) implements Step {
      @Override
      public String toString() {
        return name;
      }
    }

    /// A name such as `#n` that the request defines.
    record Placeholder(String name) implements Step {}

    record Index(int index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }
  }

  /// The path of a whole attribute.
  public static Path of(String attribute) {
    return new Path(List.of(new Step.Name(attribute)));
  }

  /// The attribute that a bound path begins at.
  public String attribute() {
    return ((Step.Name) steps.getFirst()).name();
  }

  public boolean isNested() {
    return steps.size() > 1;
  }

  /// What `item` has at the end of the path; null where the path leads nowhere.
  public @Nullable Value in(Item item) {
    var value = item.get(attribute());
    for (int i = 1; value != null && i < steps.size(); i++) {
      value = down(value, steps.get(i));
    }
    return value;
  }

  static @Nullable Value down(Value value, Step step) {
    return switch (step) {
      case Step.Name(var name) when value instanceof Value.M(var entries) -> entries.get(name);
      case Step.Index(var index) when value instanceof Value.L(var items) && index < items.size() ->
          items.get(index);
      default -> null;
    };
  }

  /// As AWS's errors write it: `[info, ratings, [0]]`.
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
