package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.item.Item;
import brume.dynamodb.item.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final Item ITEM =
      Item.of(
          "id", Value.of("1"),
          "list", new Value.L(List.of(Value.of(0), Value.of(1), Value.of(2))),
          "doc", new Value.M(Map.of("x", Value.of(1), "y", Value.of(2))));

  @Test
  void showsWhatItsPathsLeadTo() {
    assertThat(Given.name("#l", "list").projection("id, #l[2], #l[0], doc.x").of(ITEM))
        .isEqualTo(
            Item.of(
                "id", Value.of("1"),
                "list", new Value.L(List.of(Value.of(0), Value.of(2))),
                "doc", new Value.M(Map.of("x", Value.of(1)))));
  }

  @Test
  void leavesOutWhatIsNotThere() {
    var projection = Given.name("#m", "doc").and("#l", "list").projection("nope, #m.z, id.x, #l.y");
    assertThat(Given.nothing().projection("nope").of(ITEM)).isEqualTo(Item.EMPTY);
    assertThat(projection.paths()).hasSize(4);
    assertThat(projection.of(ITEM)).isEqualTo(Item.EMPTY);
  }

  @Test
  void refusesPathsThatOverlap() {
    assertInvalid(
        "a, a.b",
        "Two document paths overlap with each other; must remove or rewrite one of these paths;"
            + " path one: [a], path two: [a, b]");
    assertInvalid(
        "a.c, a.b, a.b",
        "Two document paths overlap with each other; must remove or rewrite one of these paths;"
            + " path one: [a, b], path two: [a, b]");
    assertInvalid("a, hash", "Attribute name is a reserved keyword; reserved keyword: hash");
    assertInvalid("a b", "Syntax error; token: \"b\", near: \"a b\"");
    assertInvalid("a[x]", "Syntax error; token: \"x\", near: \"[x]\"");
  }

  private static void assertInvalid(String projection, String message) {
    assertThatThrownBy(() -> Given.nothing().projection(projection))
        .hasMessage("Invalid ProjectionExpression: " + message);
  }
}
