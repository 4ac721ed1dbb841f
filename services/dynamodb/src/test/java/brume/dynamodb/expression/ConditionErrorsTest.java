package brume.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.item.Value;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The texts are those of AWS.
class ConditionErrorsTest {
  private final Given given =
      Given.value(":n", Value.of(1))
          .and(":m", Value.of(2))
          .and(":s", Value.of("s"))
          .and(":bool", Value.TRUE);

  @Test
  void syntax() {
    assertInvalid("", "The expression can not be empty;");
    assertInvalid("  ", "The expression can not be empty;");
    assertInvalid("foo", "Syntax error; token: \"<EOF>\", near: \"foo\"");
    assertInvalid("attribute_not_exists(", "Syntax error; token: \"<EOF>\", near: \"(\"");
    assertInvalid("a == :n", "Syntax error; token: \"=\", near: \"== :n\"");
    assertInvalid("a = :n :n", "Syntax error; token: \":n\", near: \":n :n\"");
    assertInvalid("a.0. = :n", "Syntax error; token: \"0\", near: \".0.\"");
    assertInvalid("a = ! :n", "Syntax error; token: \"!\", near: \"= ! :n\"");
    assertInvalid("(a = :n) = :n", "Syntax error; token: \"=\", near: \") = :n\"");
  }

  @Test
  void whatTheTextAloneShows() {
    assertInvalid("((a = :n))", "The expression has redundant parentheses;");
    assertInvalid(
        "a = :n AND name = :n", "Attribute name is a reserved keyword; reserved keyword: name");
    assertInvalid("foo(a)", "Invalid function name; function: foo");
    assertInvalid("Size(a) = :n", "Invalid function name; function: Size");
    assertInvalid(
        "size(a)",
        "The function is not allowed to be used this way in an expression; function: size");
    assertInvalid(
        "attribute_exists(a) = :n",
        "The function is not allowed to be used this way in an expression; function:"
            + " attribute_exists");
    assertInvalid(
        "list_append(a, b) = :n",
        "The function is not allowed in a condition expression; function: list_append");
    assertInvalid(
        "contains(a)",
        "Incorrect number of operands for operator or function; operator or function: contains,"
            + " number of operands: 1");
    assertInvalid(
        "a[99999999999] = :n",
        "List index is not within the allowable range; index: [99999999999]");
  }

  @Test
  void namesAndValuesThatAreNotDefined() {
    assertInvalid(
        "#a = :n",
        "An expression attribute name used in the document path is not defined; attribute name:"
            + " #a");
    assertInvalid(
        "a = :nope",
        "An expression attribute value used in expression is not defined; attribute value:"
            + " :nope");
  }

  @Test
  void operands() {
    assertInvalid(
        "a = a",
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: =, first operand: [a]");
    assertInvalid(
        "a.b[1] = a.b[1]",
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: =, first operand: [a, b, [1]]");
    assertInvalid(
        "a < :bool",
        "Incorrect operand type for operator or function; operator or function: <, operand type:"
            + " BOOL");
    assertInvalid(
        "begins_with(a, :n)",
        "Incorrect operand type for operator or function; operator or function: begins_with,"
            + " operand type: N");
    assertInvalid(
        "attribute_type(a, :s)",
        "Invalid attribute type name found; type: s, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
    assertInvalid(
        "attribute_exists(:s)",
        "Operator or function requires a document path; operator or function: attribute_exists");
    assertInvalid(
        "a BETWEEN :m AND :n",
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound;"
            + " lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue:"
            + " {N:1}");
    assertInvalid(
        "a BETWEEN :n AND :s",
        "The BETWEEN operator requires same data type for lower and upper bounds; lower bound"
            + " operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:s}");
  }

  @Test
  void bounds() {
    assertInvalid(
        "a = :n" + " ".repeat(4096),
        "Expression size has exceeded the maximum allowed size; expression size: 4102");
    var many = IntStream.rangeClosed(0, 100).mapToObj(_ -> ":n").collect(Collectors.joining(","));
    assertInvalid(
        "a IN (" + many + ")",
        "The IN operator is provided with too many operands; number of operands: 101");
    assertInvalid(
        "(".repeat(2000), "The expression contains too many operators; operator count: 301");
    assertInvalid(
        "a" + ".b".repeat(32) + " = :n",
        "The document path has too many nesting levels; nesting levels: 33");
  }

  @Test
  void whatIsDefinedMustBeUsed() {
    var values = Given.value(":x", Value.of(1)).and(":y", Value.of(2)).placeholders();
    new Expressions().condition("a = :y", values);
    assertThatThrownBy(values::checkAllUsed)
        .hasMessage(
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}");
    var names = Given.name("#x", "x").placeholders();
    assertThatThrownBy(names::checkAllUsed)
        .hasMessage("Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}");
  }

  @Test
  void keysOfPlaceholdersHaveAForm() {
    assertThatThrownBy(() -> Given.name("x", "x").placeholders())
        .hasMessage("ExpressionAttributeNames contains invalid key: Syntax error; key: \"x\"");
    assertThatThrownBy(() -> Given.value("x", Value.of(1)).placeholders())
        .hasMessage("ExpressionAttributeValues contains invalid key: Syntax error; key: \"x\"");
    assertThatThrownBy(() -> Placeholders.of(java.util.Map.of(), null))
        .hasMessage("ExpressionAttributeNames must not be empty");
  }

  private void assertInvalid(String condition, String message) {
    assertThatThrownBy(() -> given.condition(condition))
        .as(condition)
        .hasMessage("Invalid ConditionExpression: " + message);
  }
}
