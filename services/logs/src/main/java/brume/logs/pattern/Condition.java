package brume.logs.pattern;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a JSON pattern demands of a message. A field that is not there meets no condition but that
/// it does not exist.
sealed interface Condition {
  boolean holds(Json message);

  record All(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Json message) {
      return conditions.stream().allMatch(condition -> condition.holds(message));
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(Json message) {
      return conditions.stream().anyMatch(condition -> condition.holds(message));
    }
  }

  record Exists(Selector selector, boolean wanted) implements Condition {
    @Override
    public boolean holds(Json message) {
      return selector.of(message).isEmpty() != wanted;
    }
  }

  /// A field that is null, true or false.
  record Is(Selector selector, Json constant) implements Condition {
    @Override
    public boolean holds(Json message) {
      return selector.of(message).contains(constant);
    }
  }

  /// A field whose text is, or is not, of a form.
  record Matches(Selector selector, boolean wanted, Pattern form) implements Condition {
    @Override
    public boolean holds(Json message) {
      return selector.of(message).stream()
          .map(Json::text)
          .anyMatch(text -> text != null && form.matcher(text).matches() == wanted);
    }
  }

  /// A field that is a number in a relation to another.
  record Compares(Selector selector, Relation relation, BigDecimal number) implements Condition {
    @Override
    public boolean holds(Json message) {
      return selector.of(message).stream()
          .anyMatch(
              value ->
                  value instanceof Json.Num(var field) && relation.holds(field.compareTo(number)));
    }
  }

  /// Each is spelled so that none is the beginning of a later one.
  enum Relation {
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("="),
    GREATER(">"),
    LESS("<");

    final String spelling;

    Relation(String spelling) {
      this.spelling = spelling;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case NOT_EQUAL -> comparison != 0;
        case AT_LEAST -> comparison >= 0;
        case AT_MOST -> comparison <= 0;
        case EQUAL -> comparison == 0;
        case GREATER -> comparison > 0;
        case LESS -> comparison < 0;
      };
    }

    static @Nullable Relation accept(Scanner scanner) {
      for (var relation : values()) {
        if (scanner.accept(relation.spelling)) {
          return relation;
        }
      }
      return null;
    }
  }
}
