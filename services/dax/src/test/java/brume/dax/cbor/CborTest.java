package brume.dax.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
  private static CborReader read(String hex) {
    return new CborReader(HexFormat.of().parseHex(hex));
  }

  private static String hex(CborWriter out) {
    return HexFormat.of().formatHex(out.toByteArray());
  }

  /// From RFC 7049, appendix A.
  @ParameterizedTest
  @CsvSource({
    "00,0",
    "17,23",
    "1818,24",
    "1903e8,1000",
    "1a000f4240,1000000",
    "1bffffffffffffffff,18446744073709551615",
    "20,-1",
    "3903e7,-1000",
    "c249010000000000000000,18446744073709551616",
    "c349010000000000000000,-18446744073709551617",
    "f93c00,1.0",
    "f97bff,65504.0",
    "fa47c35000,100000.0",
    "fb3ff199999999999a,1.1",
    "c48221196ab3,273.15",
    "fbc010666666666666,-4.1"
  })
  void readsNumbersInEveryForm(String hex, BigDecimal number) {
    assertThat(read(hex).readNumber()).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "0,00", "-1,20", "9007199254740991,1b001fffffffffffff", "9007199254740992,c24720000000000000",
    "-9007199254740993,c34720000000000000", "1E3,1903e8", "273.15,c48221196ab3", "-0.5,c4822024"
  })
  void writesIntegersAsIntegersAndOthersAsDecimals(BigDecimal number, String hex) {
    assertThat(hex(new CborWriter().number(number))).isEqualTo(hex);
  }

  @Test
  void readsTheNumbersThatItWrote() {
    var random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      var number =
          new BigDecimal(new java.math.BigInteger(random.nextInt(126), random), random.nextInt(40))
              .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
      assertThat(new CborReader(new CborWriter().number(number).toByteArray()).readNumber())
          .isEqualByComparingTo(number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f7", "1c", "ff", "c482", "c4821a7fffffff01", "f97c00", "8261", "5b7f", ""})
  void refusesWhatIsNoNumber(String hex) {
    assertThatThrownBy(() -> read(hex).readNumber()).isInstanceOf(MalformedException.class);
  }

  @Test
  void readsCollectionsOfKnownAndUnknownLength() {
    for (var hex : new String[] {"83010203", "9f010203ff"}) {
      var in = read(hex);
      int sum = 0;
      for (var items = in.readArray(); items.next(); ) {
        sum += in.readInt();
      }
      assertThat(sum).isEqualTo(6);
      assertThat(in.hasMore()).isFalse();
    }
    assertThat(read("7f657374726561646d696e67ff").readText()).isEqualTo("streaming");
    assertThat(read("5f42010243030405ff").readBytes()).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9a7fffffff", "5a7fffffff", "7b7fffffffffffffff", "bbffffffffffffffff"})
  void believesNoLengthBeyondWhatIsThere(String hex) {
    assertThatThrownBy(
            () -> {
              var in = read(hex);
              switch (in.type()) {
                case ARRAY -> in.readArray();
                case MAP -> in.readMap();
                case TEXT -> in.readText();
                default -> in.readBytes();
              }
            })
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void takesRequestsOffAStreamHoweverTheyArrive() throws IOException {
    var request =
        new CborWriter()
            .integer(1)
            .array(2)
            .text("a".repeat(9_000))
            .openMap()
            .integer(1)
            .bool(true)
            .end()
            .tag(3321)
            .array(0)
            .float64(1.5);
    var two = new CborWriter().raw(request.toByteArray()).raw(request.toByteArray());
    var random = new Random(4);
    var in = new CborInput(new Dribble(two.toByteArray(), random));
    for (int i = 0; i < 2; i++) {
      assertThat(in.next(20_000)).isTrue();
      assertThat(in.items(1).readInt()).isEqualTo(1);
      var rest = in.items(3);
      assertThat(rest.readArray().next()).isTrue();
      assertThat(rest.readText()).hasSize(9_000);
    }
    assertThat(in.next(20_000)).isFalse();
  }

  @Test
  void boundsLengthAndDepth() throws IOException {
    var text = new CborWriter().text("a".repeat(2_000)).toByteArray();
    var in = new CborInput(new ByteArrayInputStream(text));
    in.next(1_000);
    assertThatThrownBy(() -> in.items(1)).isInstanceOf(MalformedException.class);
    var nested = new byte[100];
    java.util.Arrays.fill(nested, (byte) 0x81);
    var deep = new CborInput(new ByteArrayInputStream(nested));
    deep.next(1_000);
    assertThatThrownBy(() -> deep.items(1)).hasMessageContaining("too deeply");
    var cut = new CborInput(new ByteArrayInputStream(new byte[] {0x43, 1}));
    cut.next(1_000);
    assertThatThrownBy(() -> cut.items(1)).isInstanceOf(EOFException.class);
  }

  /// Gives a few bytes at a time.
  private static final class Dribble extends InputStream {
    private final ByteArrayInputStream in;
    private final Random random;

    Dribble(byte[] bytes, Random random) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return in.read(into, from, Math.min(length, 1 + random.nextInt(700)));
    }
  }
}
