package brume.dax.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dax.cbor.MalformedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexDecimalTest {
  @ParameterizedTest
  @CsvSource({"0,80", "1,c11c0000", "-5,3e7ffff0", "100,c31c0020", "1E2,c31c0000"})
  void isWrittenAsClientsWriteIt(BigDecimal number, String hex) {
    assertThat(HexFormat.of().formatHex(LexDecimal.write(number))).isEqualTo(hex);
    assertThat(LexDecimal.read(HexFormat.of().parseHex(hex))).isEqualByComparingTo(number);
  }

  @Test
  void isReadBackAndOrderedAsNumbersAre() {
    var random = new Random(5);
    var numbers = Stream.generate(() -> number(random)).limit(1_000).distinct().sorted().toList();
    for (int i = 0; i < numbers.size(); i++) {
      var written = LexDecimal.write(numbers.get(i));
      assertThat(LexDecimal.read(written)).isEqualByComparingTo(numbers.get(i));
      if (i > 0 && numbers.get(i).compareTo(numbers.get(i - 1)) > 0) {
        assertThat(Arrays.compareUnsigned(LexDecimal.write(numbers.get(i - 1)), written))
            .as("%s < %s", numbers.get(i - 1), numbers.get(i))
            .isNegative();
      }
    }
  }

  private static BigDecimal number(Random random) {
    var unscaled = new BigInteger(random.nextInt(125), random);
    var signed = random.nextBoolean() ? unscaled : unscaled.negate();
    return new BigDecimal(signed, random.nextInt(260) - 120).stripTrailingZeros();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "ff", "c1", "81", "fe0000", "c1ffff"})
  void refusesWhatIsNoNumber(String hex) {
    assertThatThrownBy(() -> LexDecimal.read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesNothingButMalformedBytes() {
    var random = new Random(6);
    for (int i = 0; i < 5_000; i++) {
      var bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      try {
        assertThat(LexDecimal.read(bytes)).isNotNull();
      } catch (MalformedException expected) {
        assertThat(expected).hasMessageContaining("range key");
      }
    }
  }
}
