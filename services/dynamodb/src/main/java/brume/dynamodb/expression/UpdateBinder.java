package brume.dynamodb.expression;

import brume.dynamodb.item.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Binds updates: the paths first, then the operands from the last to the first, as AWS does, which
/// shows in the error that is reported of several.
final class UpdateBinder extends Binder {
  UpdateBinder(Placeholders placeholders) {
    super(ExpressionKind.UPDATE, placeholders);
  }

  Update bind(Update unbound) {
    var paths = unbound.paths().stream().map(this::path).toList();
    Paths.checkDistinct(kind, paths);
    var actions = new ArrayList<Update.Action>(paths.size());
    for (int i = paths.size() - 1; i >= 0; i--) {
      actions.add(bind(unbound.actions().get(i), paths.get(i)));
    }
    Collections.reverse(actions);
    return new Update(List.copyOf(actions));
  }

  private Update.Action bind(Update.Action action, Path path) {
    return switch (action) {
      case Update.Action.Set(_, var operand) -> new Update.Action.Set(path, operand(operand));
      case Update.Action.Remove _ -> new Update.Action.Remove(path);
      case Update.Action.Add(_, var operand) -> {
        var bound = operand(operand);
        checkOperand("ADD", bound, true);
        yield new Update.Action.Add(path, bound);
      }
      case Update.Action.Delete(_, var operand) -> {
        var bound = operand(operand);
        checkOperand("DELETE", bound, false);
        yield new Update.Action.Delete(path, bound);
      }
    };
  }

  private void checkOperand(String section, Operand operand, boolean allowsNumber) {
    if (!(operand instanceof Operand.Literal(var value))) {
      return;
    }
    var type = value.type();
    if (!type.isSet() && !(allowsNumber && type == ValueType.N)) {
      throw kind.invalid(
          "Incorrect operand type for operator or function; operator: %1$s, operand type: %2$s, typeSet: ALLOWED_FOR_%1$s_OPERAND"
              .formatted(section, type.longName()));
    }
  }
}
