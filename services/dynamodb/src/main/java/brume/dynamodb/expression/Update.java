package brume.dynamodb.expression;

import java.util.List;

/// The changes that an update makes to an item, in the order of the text. Applied by [Updater].
public record Update(List<Action> actions) {
  public sealed interface Action {
    Path path();

    record Set(Path path, Operand operand) implements Action {}

    record Remove(Path path) implements Action {}

    record Add(Path path, Operand operand) implements Action {}

    record Delete(Path path, Operand operand) implements Action {}
  }

  public List<Path> paths() {
    return actions.stream().map(Action::path).toList();
  }
}
