package brume.dynamodb.request;

import brume.dynamodb.expression.Function;
import brume.dynamodb.expression.Operand;
import brume.dynamodb.expression.Path;
import brume.dynamodb.expression.Update;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.model.dynamodb.AttributeValueUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `AttributeUpdates` as the update that they mean.
public final class LegacyUpdates {
  private LegacyUpdates() {}

  public static Update of(Map<String, AttributeValueUpdate> updates) {
    var actions = new ArrayList<Update.Action>();
    updates.forEach((attribute, update) -> actions.add(action(Path.of(attribute), update)));
    return new Update(List.copyOf(actions));
  }

  private static Update.Action action(Path path, AttributeValueUpdate update) {
    var action = update.action() == null ? "PUT" : update.action();
    if (update.value() == null) {
      if (!action.equals("DELETE")) {
        throw Invalid.parameter(
            "Only DELETE action is allowed when no attribute value is specified");
      }
      return new Update.Action.Remove(path);
    }
    var value = AttributeValues.value(update.value());
    return switch (action) {
      case "ADD" -> add(path, value);
      case "DELETE" -> {
        if (!value.type().isSet()) {
          throw unsupported(action, value.type());
        }
        yield new Update.Action.Delete(path, new Operand.Literal(value));
      }
      default -> new Update.Action.Set(path, new Operand.Literal(value));
    };
  }

  /// Unlike the section of an update expression, the action also appends lists.
  private static Update.Action add(Path path, Value value) {
    var operand = new Operand.Literal(value);
    if (value.type() == ValueType.L) {
      var empty = new Operand.Literal(new Value.L(List.of()));
      var existing =
          new Operand.Call(Function.IF_NOT_EXISTS, List.of(new Operand.Ref(path), empty));
      return new Update.Action.Set(
          path, new Operand.Call(Function.LIST_APPEND, List.of(existing, operand)));
    }
    if (value.type() != ValueType.N && !value.type().isSet()) {
      throw unsupported("ADD", value.type());
    }
    return new Update.Action.Add(path, operand);
  }

  private static brume.shape.ServiceException unsupported(String action, ValueType type) {
    return Invalid.parameter("Action " + action + " is not supported for the type " + type);
  }
}
