package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest {
  private static final Item ITEM =
      Item.of(
          "n", Value.of(5),
          "l", list(1, 2, 3),
          "m", new Value.M(Map.of("x", Value.of("old"))),
          "ss", Value.strings("a", "b"));

  private final Given given =
      Given.value(":n", Value.of(2))
          .and(":s", Value.of("s"))
          .and(":l", list(9))
          .and(":set", Value.strings("b", "c"))
          .and(":all", Value.strings("a", "b"));

  private static Value list(int... numbers) {
    return new Value.L(Arrays.stream(numbers).<Value>mapToObj(Value::of).toList());
  }

  @Test
  void setsValues() {
    assertThat(updated("SET a = :s, n = n + :n").get("n")).isEqualTo(Value.of(7));
    assertThat(updated("SET n = :n - n").get("n")).isEqualTo(Value.of(-3));
    assertThat(updated("SET m.x = :s, m.y = m.x").get("m"))
        .isEqualTo(new Value.M(Map.of("x", Value.of("s"), "y", Value.of("old"))));
    assertThat(updated("SET a = if_not_exists(a, :n)").get("a")).isEqualTo(Value.of(2));
    assertThat(updated("SET n = if_not_exists(n, :n) + :n").get("n")).isEqualTo(Value.of(7));
    assertThat(updated("SET l = list_append(l, :l)").get("l")).isEqualTo(list(1, 2, 3, 9));
    assertThat(updated("SET l = list_append(if_not_exists(q, :l), l)").get("l"))
        .isEqualTo(list(9, 1, 2, 3));
  }

  @Test
  void setsElements() {
    assertThat(updated("SET l[1] = :n").get("l")).isEqualTo(list(1, 2, 3));
    assertThat(updated("SET l[20] = :n, l[10] = n").get("l")).isEqualTo(list(1, 2, 3, 5, 2));
  }

  @Test
  void readsTheItemAsItWas() {
    assertThat(updated("SET a = n, n = :n").get("a")).isEqualTo(Value.of(5));
    assertThat(updated("SET a = n REMOVE n").attributes()).containsKey("a").doesNotContainKey("n");
  }

  @Test
  void removes() {
    assertThat(updated("REMOVE l[0], l[2]").get("l")).isEqualTo(list(2));
    assertThat(updated("REMOVE l[0] SET l[1] = :n").get("l")).isEqualTo(list(2, 3));
    assertThat(updated("REMOVE m.x, nope").get("m")).isEqualTo(new Value.M(Map.of()));
    assertThat(updated("REMOVE l[7]")).isEqualTo(ITEM);
  }

  @Test
  void addsAndDeletes() {
    assertThat(updated("ADD n :n, z :n").get("n")).isEqualTo(Value.of(7));
    assertThat(updated("ADD z :n").get("z")).isEqualTo(Value.of(2));
    assertThat(updated("ADD ss :set").get("ss")).isEqualTo(Value.strings("a", "b", "c"));
    assertThat(updated("DELETE ss :set").get("ss")).isEqualTo(Value.strings("a"));
    assertThat(updated("DELETE ss :all").get("ss")).isNull();
    assertThat(updated("DELETE nope :set")).isEqualTo(ITEM);
  }

  @Test
  void leavesTheOldItemAlone() {
    updated("SET m.x = :s REMOVE l[0] ADD ss :set");
    assertThat(ITEM.get("m")).isEqualTo(new Value.M(Map.of("x", Value.of("old"))));
    assertThat(ITEM.get("l")).isEqualTo(list(1, 2, 3));
    assertThat(ITEM.get("ss")).isEqualTo(Value.strings("a", "b"));
  }

  @Test
  void itemsThatDoNotFit() {
    var path = "The document path provided in the update expression is invalid for update";
    var type = "An operand in the update expression has an incorrect data type";
    assertFails("SET nope.x = :n", path);
    assertFails("SET n.x = :n", path);
    assertFails("SET m[0] = :n", path);
    assertFails("REMOVE nope.x", path);
    assertFails("ADD ss :n", type);
    assertFails("DELETE n :set", type);
    assertFails("SET n = m.x + :n", type);
    assertFails("SET l = list_append(n, l)", type);
    assertFails(
        "SET n = nope",
        "The provided expression refers to an attribute that does not exist in the item");
  }

  @Test
  void invalidExpressions() {
    assertInvalid("SET", "Syntax error; token: \"<EOF>\", near: \"SET\"");
    assertInvalid("SET a = :n,", "Syntax error; token: \"<EOF>\", near: \",\"");
    assertInvalid("SET a :n", "Syntax error; token: \":n\", near: \"a :n\"");
    assertInvalid("SET a = n + n + :n", "Syntax error; token: \"+\", near: \"n + :n\"");
    assertInvalid("PUT a = :n", "Syntax error; token: \"PUT\", near: \"PUT a\"");
    assertInvalid("ADD a n", "Syntax error; token: \"n\", near: \"a n\"");
    assertInvalid(
        "SET a = :n SET b = :n",
        "The \"SET\" section can only be used once in an update expression;");
    assertInvalid(
        "SET a = size(n)", "The function is not allowed in an update expression; function: size");
    assertInvalid(
        "SET a = if_not_exists(n)",
        "Incorrect number of operands for operator or function; operator or function:"
            + " if_not_exists, number of operands: 1");
    assertInvalid(
        "SET a = :n REMOVE a",
        "Two document paths overlap with each other; must remove or rewrite one of these paths;"
            + " path one: [a], path two: [a]");
    assertInvalid(
        "SET a.b = :n, a[0] = :n",
        "Two document paths conflict with each other; must remove or rewrite one of these paths;"
            + " path one: [a, b], path two: [a, [0]]");
    assertInvalid(
        "ADD a :s",
        "Incorrect operand type for operator or function; operator: ADD, operand type: STRING,"
            + " typeSet: ALLOWED_FOR_ADD_OPERAND");
    assertInvalid(
        "DELETE a :n",
        "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER,"
            + " typeSet: ALLOWED_FOR_DELETE_OPERAND");
    assertInvalid(
        "SET a = n + :s",
        "Incorrect operand type for operator or function; operator or function: +, operand type:"
            + " S");
    assertInvalid(
        "SET a = list_append(l, :n)",
        "Incorrect operand type for operator or function; operator or function: list_append,"
            + " operand type: N");
  }

  @Test
  void pathsAreThoseThatChange() {
    assertThat(given.update("SET m.x = :n REMOVE l[0]").paths().stream().map(Path::toString))
        .isEqualTo(List.of("[m, x]", "[l, [0]]"));
  }

  private Item updated(String update) {
    return given.updated(update, ITEM);
  }

  private void assertFails(String update, String message) {
    assertThatThrownBy(() -> updated(update)).as(update).hasMessage(message);
  }

  private void assertInvalid(String update, String message) {
    assertThatThrownBy(() -> given.update(update))
        .as(update)
        .hasMessage("Invalid UpdateExpression: " + message);
  }
}
