package brume.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void everyNumberHasOneSpelling() {
    assertThat(Numbers.canonical("0")).isEqualTo("0");
    assertThat(Numbers.canonical("-0")).isEqualTo("0");
    assertThat(Numbers.canonical("0.000")).isEqualTo("0");
    assertThat(Numbers.canonical("007")).isEqualTo("7");
    assertThat(Numbers.canonical("+7")).isEqualTo("7");
    assertThat(Numbers.canonical("-07.50")).isEqualTo("-7.5");
    assertThat(Numbers.canonical("1E3")).isEqualTo("1000");
    assertThat(Numbers.canonical("1e-3")).isEqualTo("0.001");
    assertThat(Numbers.canonical("100")).isEqualTo("100");
  }

  @Test
  void rangeAndDigitsAreThoseOfDynamoDb() {
    assertThat(Numbers.canonical("9.9999999999999999999999999999999999999E125")).hasSize(126);
    assertThat(Numbers.canonical("1E-130")).endsWith("1").hasSize(132);
    assertThat(Numbers.canonical("1" + "0".repeat(100))).hasSize(101);
    assertRefused(
        "1E126",
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
    assertRefused(
        "-1E126",
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
    assertRefused(
        "1E-131",
        "Number underflow. Attempting to store a number with magnitude smaller than supported"
            + " range");
    assertRefused(
        "1E-2147483647",
        "Number underflow. Attempting to store a number with magnitude smaller than supported"
            + " range");
    assertRefused(
        "1" + "0".repeat(37) + "1",
        "Attempting to store more than 38 significant digits in a Number");
  }

  @Test
  void otherTextIsRefused() {
    assertRefused("", "The parameter cannot be converted to a numeric value");
    assertRefused("b", "The parameter cannot be converted to a numeric value: b");
    assertRefused("-", "The parameter cannot be converted to a numeric value: -");
    assertRefused("1 ", "The parameter cannot be converted to a numeric value: 1 ");
    assertRefused("NaN", "The parameter cannot be converted to a numeric value: NaN");
  }

  @Test
  void sumsAreExact() {
    assertThat(Numbers.sum("0.1", "0.2")).isEqualTo("0.3");
    assertThat(Numbers.difference("1", "1.0")).isEqualTo("0");
    assertThatThrownBy(() -> Numbers.sum("1E125", "0.1")).hasMessageContaining("38 significant");
  }

  @Test
  void comparisonAndKeyBytesKeepTheOrderOfNumbers() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var a = random(random);
      var b = random(random);
      int expected = new BigDecimal(a).compareTo(new BigDecimal(b));
      assertThat(Integer.signum(Numbers.compare(a, b))).as("%s ? %s", a, b).isEqualTo(expected);
      assertThat(Integer.signum(compareBytes(a, b))).as("%s ? %s", a, b).isEqualTo(expected);
    }
  }

  private static int compareBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(
        OrderedBytes.of(new Value.N(a)), OrderedBytes.of(new Value.N(b)));
  }

  /// Few digits and exponents, so that neighbours are common.
  private static String random(Random random) {
    int digits = random.nextInt(2000) - 1000;
    int exponent = random.nextInt(10) == 0 ? random.nextInt(240) - 120 : random.nextInt(4) - 2;
    return Numbers.canonical(digits + "E" + exponent);
  }

  private static void assertRefused(String number, String message) {
    assertThatThrownBy(() -> Numbers.canonical(number)).hasMessage(message);
  }
}
