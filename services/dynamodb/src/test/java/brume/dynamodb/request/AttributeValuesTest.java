package brume.dynamodb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Bytes;
import brume.dynamodb.item.Values;
import brume.model.dynamodb.AttributeValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributeValuesTest {
  @Test
  void allValuesComeBack() {
    var values = new Values(new Random(3));
    for (int i = 0; i < 1000; i++) {
      var item = values.item();
      assertThat(AttributeValues.item(AttributeValues.of(item))).isEqualTo(item);
    }
  }

  @Test
  void aValueHasOneType() {
    assertRefused(
        AttributeValue.builder(),
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    assertRefused(
        AttributeValue.builder().s("x").n("1"),
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
    assertRefused(
        AttributeValue.builder().null_(false),
        "One or more parameter values were invalid: Null attribute value types must have the value"
            + " of true");
  }

  @Test
  void setsHaveMembersAndEachOnce() {
    var invalid = "One or more parameter values were invalid: ";
    assertRefused(
        AttributeValue.builder().ss(List.of()), invalid + "An string set  may not be empty");
    assertRefused(
        AttributeValue.builder().ss(List.of("a", "a")),
        invalid + "Input collection [a, a] contains duplicates.");
    assertRefused(
        AttributeValue.builder().ns(List.of("1", "1.0")), "Input collection contains duplicates");
    assertRefused(
        AttributeValue.builder().ns(List.of("x")),
        "The parameter cannot be converted to a numeric value: x");
    assertRefused(
        AttributeValue.builder().bs(List.of(Bytes.utf8("a"), Bytes.utf8("a"))),
        invalid + "Input collection [YQ==, YQ==]of type BS contains duplicates.");
  }

  @Test
  void depthHasABound() {
    var value = AttributeValue.builder().s("x").build();
    for (int i = 0; i < 32; i++) {
      value = AttributeValue.builder().l(List.of(value)).build();
    }
    assertThat(AttributeValues.of(AttributeValues.value(value))).isEqualTo(value);
    assertRefused(
        AttributeValue.builder().l(List.of(value)),
        "Nesting Levels have exceeded supported limits");
  }

  private static void assertRefused(AttributeValue.Builder value, String message) {
    assertThatThrownBy(() -> AttributeValues.value(value.build())).hasMessage(message);
  }
}
