package brume.logs.pattern;

import brume.json.Json;
import brume.logs.pattern.Condition.Relation;
import brume.logs.pattern.Selector.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads `{ $.a = 1 && ($.b IS NULL || $.c NOT EXISTS) }`.
final class ConditionParser {
  /// How deep parentheses may lie in each other.
  private static final int MAX_DEPTH = 50;

  private final Scanner scanner;
  private int depth;

  ConditionParser(String text) {
    scanner = new Scanner(text);
  }

  Condition parse() {
    scanner.expect("{");
    var condition = any();
    scanner.expect("}");
    if (!scanner.atEnd()) {
      throw scanner.invalid();
    }
    return condition;
  }

  private Condition any() {
    var conditions = new ArrayList<Condition>();
    do {
      conditions.add(all());
    } while (scanner.accept("||"));
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.Any(conditions);
  }

  private Condition all() {
    var conditions = new ArrayList<Condition>();
    do {
      conditions.add(single());
    } while (scanner.accept("&&"));
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions);
  }

  private Condition single() {
    if (!scanner.accept("(")) {
      return comparison(selector());
    }
    if (++depth > MAX_DEPTH) {
      throw scanner.invalid();
    }
    var condition = any();
    scanner.expect(")");
    depth--;
    return condition;
  }

  private Selector selector() {
    scanner.expect("$");
    var steps = new ArrayList<Step>();
    while (true) {
      if (scanner.peek() == '[') {
        scanner.expect("[");
        steps.add(index(scanner.until(c -> c == ']')));
        scanner.expect("]");
      } else if (scanner.peek() == '.') {
        scanner.expect(".");
        steps.add(field());
      } else {
        return new Selector(List.copyOf(steps));
      }
    }
  }

  private Step index(String text) {
    if (text.equals("*")) {
      return new Step.Any();
    }
    if (text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"')) {
      return new Step.Field(text.substring(1, text.length() - 1));
    }
    try {
      return new Step.Index(Integer.parseUnsignedInt(text.strip()));
    } catch (NumberFormatException _) {
      throw scanner.invalid();
    }
  }

  private Step field() {
    if (scanner.peek() == '[') {
      scanner.expect("[");
      var step = index(scanner.until(c -> c == ']'));
      scanner.expect("]");
      return step;
    }
    var name = scanner.until(c -> Character.isWhitespace(c) || ".[=!<>)}&|".indexOf(c) >= 0);
    if (name.isEmpty()) {
      throw scanner.invalid();
    }
    return name.equals("*") ? new Step.Any() : new Step.Field(name);
  }

  private Condition comparison(Selector selector) {
    if (scanner.acceptWord("IS")) {
      return is(selector);
    }
    if (scanner.acceptWord("NOT")) {
      if (!scanner.acceptWord("EXISTS")) {
        throw scanner.invalid();
      }
      return new Condition.Exists(selector, false);
    }
    if (scanner.acceptWord("EXISTS")) {
      return new Condition.Exists(selector, true);
    }
    var relation = Relation.accept(scanner);
    if (relation == null || scanner.atEnd()) {
      throw scanner.invalid();
    }
    return value(selector, relation);
  }

  private Condition is(Selector selector) {
    if (scanner.acceptWord("NULL")) {
      return new Condition.Is(selector, Json.ofNull());
    }
    if (scanner.acceptWord("TRUE")) {
      return new Condition.Is(selector, Json.of(true));
    }
    if (scanner.acceptWord("FALSE")) {
      return new Condition.Is(selector, Json.of(false));
    }
    throw scanner.invalid();
  }

  private Condition value(Selector selector, Relation relation) {
    boolean isQuoted = scanner.peek() == '"';
    if (scanner.peek() == '%') {
      throw FilterPattern.lacking("regular expressions in filter patterns");
    }
    var text =
        isQuoted
            ? scanner.quoted()
            : scanner.until(c -> Character.isWhitespace(c) || ")}&|".indexOf(c) >= 0);
    if (!isQuoted && text.isEmpty()) {
      throw scanner.invalid();
    }
    if (!isQuoted) {
      try {
        return new Condition.Compares(selector, relation, new BigDecimal(text));
      } catch (NumberFormatException _) {
        // it is a text, then
      }
    }
    if (relation != Relation.EQUAL && relation != Relation.NOT_EQUAL) {
      throw scanner.invalid();
    }
    return new Condition.Matches(selector, relation == Relation.EQUAL, form(text));
  }

  /// A text in which `*` stands for anything.
  private static Pattern form(String text) {
    var parts = new ArrayList<String>();
    for (var part : text.split("\\*", -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*", parts), Pattern.DOTALL);
  }
}
