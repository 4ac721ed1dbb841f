package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.item.Value;
import brume.dynamodb.item.ValueType;
import brume.dynamodb.table.KeyAttribute;
import brume.dynamodb.table.KeyCondition;
import brume.dynamodb.table.KeySchema;
import brume.dynamodb.table.SortCondition;
import org.junit.jupiter.api.Test;

class KeyConditionTest {
  private static final KeySchema SCHEMA =
      new KeySchema(new KeyAttribute("pk", ValueType.S), new KeyAttribute("sk", ValueType.S));
  private static final Value P = Value.of("p");
  private static final Value X = Value.of("x");

  private final Given given =
      Given.value(":p", P)
          .and(":x", X)
          .and(":y", Value.of("y"))
          .and(":n", Value.of(1))
          .and(":e", Value.of(""));

  @Test
  void readsAPartitionAndARange() {
    assertThat(read("pk = :p")).isEqualTo(new KeyCondition(P, null));
    assertThat(read(":p = pk")).isEqualTo(new KeyCondition(P, null));
    assertThat(read("sk < :x AND pk = :p").sort()).isEqualTo(new SortCondition.Below(X, false));
    assertThat(read("pk = :p and :x <= sk").sort()).isEqualTo(new SortCondition.Above(X, true));
    assertThat(read("(pk = :p) AND (sk BETWEEN :x AND :y)").sort())
        .isEqualTo(new SortCondition.Between(X, Value.of("y")));
    assertThat(read("pk = :p AND begins_with(sk, :x)").sort())
        .isEqualTo(new SortCondition.BeginsWith(X));
  }

  @Test
  void refusesOtherOperators() {
    var operator = "Invalid operator used in KeyConditionExpression: ";
    assertInvalid("pk = :p OR sk = :x", operator + "OR");
    assertInvalid("NOT pk = :p", operator + "NOT");
    assertInvalid("pk = :p AND sk IN (:x)", operator + "IN");
    assertInvalid("pk = :p AND sk <> :x", operator + "<>");
    assertInvalid("pk = :p AND contains(sk, :x)", operator + "contains");
    assertInvalid(
        "pk = :p AND size(sk) = :n", "KeyConditionExpressions cannot contain nested operations");
    assertInvalid(
        "pk = :p AND :x BETWEEN sk AND :y",
        "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute"
            + " as its first operand");
    assertInvalid(
        "pk = sk",
        "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
            + " condition");
    assertInvalid(
        ":p = :x", "Invalid condition in KeyConditionExpression: No key attribute specified");
    assertInvalid(
        "pk.x = :p", "KeyConditionExpressions cannot have conditions on nested attributes");
    assertInvalid(
        "pk = :p AND sk > :x AND sk < :y",
        "KeyConditionExpressions must only contain one condition per key");
  }

  @Test
  void refusesWhatTheSchemaDoesNotHave() {
    assertInvalid("sk = :x", "Query condition missed key schema element: pk");
    assertInvalid("pk = :p AND foo = :x", "Query condition missed key schema element: sk");
    assertInvalid("pk > :p", "Query key condition not supported");
    assertInvalid(
        "pk = :n",
        "One or more parameter values were invalid: Condition parameter type does not match schema"
            + " type");
    assertInvalid(
        "pk = :e",
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: pk");
    assertInvalid("pk = :p AND sk = :x AND z = :y", "Conditions can be of length 1 or 2 only");
  }

  private KeyCondition read(String text) {
    var condition = new Expressions().keyCondition(text, given.placeholders());
    return Expressions.keyCondition(condition, SCHEMA);
  }

  private void assertInvalid(String text, String message) {
    assertThatThrownBy(() -> read(text)).as(text).hasMessage(message);
  }
}
