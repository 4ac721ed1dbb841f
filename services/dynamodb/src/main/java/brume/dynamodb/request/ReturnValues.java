package brume.dynamodb.request;

import brume.dynamodb.expression.Projection;
import brume.dynamodb.expression.Update;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.model.dynamodb.AttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which attributes a write answers with.
public enum ReturnValues {
  NONE,
  ALL_OLD,
  UPDATED_OLD,
  ALL_NEW,
  UPDATED_NEW;

  /// The parameter of a put or delete, which knows only two of the values.
  public static ReturnValues ofReplacement(@Nullable String parameter) {
    var value = of(parameter);
    if (value != NONE && value != ALL_OLD) {
      throw Invalid.request("ReturnValues can only be ALL_OLD or NONE");
    }
    return value;
  }

  public static ReturnValues of(@Nullable String parameter) {
    return parameter == null ? NONE : valueOf(parameter);
  }

  /// The attributes of one item; null for none.
  public @Nullable Map<String, AttributeValue> whole(@Nullable Item before, @Nullable Item after) {
    return switch (this) {
      case NONE, UPDATED_OLD, UPDATED_NEW -> null;
      case ALL_OLD -> AttributeValues.ofNullable(before);
      case ALL_NEW -> AttributeValues.ofNullable(after);
    };
  }

  /// The attributes of an item that was updated; null for none.
  public @Nullable Map<String, AttributeValue> updated(
      Update update, @Nullable Item before, @Nullable Item after) {
    return switch (this) {
      case UPDATED_OLD -> part(update, before);
      case UPDATED_NEW -> part(update, after);
      case NONE, ALL_OLD, ALL_NEW -> whole(before, after);
    };
  }

  private static @Nullable Map<String, AttributeValue> part(Update update, @Nullable Item item) {
    return item == null || update.actions().isEmpty()
        ? null
        : AttributeValues.ofNullable(new Projection(update.paths()).of(item));
  }
}
