package brume.lambda.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short way has to read and write as the library does.
class PlainTest {
  private static final int VALUES = 2000;

  @SuppressWarnings("unused")
  private interface Types {
    Map<String, Object> map();

    List<Object> list();
  }

  private static Type type(String method) throws NoSuchMethodException {
    return Types.class.getDeclaredMethod(method).getGenericReturnType();
  }

  private static List<Type> types() throws NoSuchMethodException {
    return List.of(type("map"), type("list"), Map.class, List.class, Object.class, String.class);
  }

  private static @Nullable Object read(Converter converter, String json) {
    try {
      return converter.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    } catch (RuntimeException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static String written(Converter converter, @Nullable Object value) {
    var out = new ByteArrayOutputStream();
    try {
      converter.write(value, out);
    } catch (RuntimeException e) {
      return "refused: " + e.getMessage();
    }
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "null",
        "true",
        "1",
        "1.5",
        "1e400",
        "-0",
        "-0.0",
        "1e2",
        "12345678901",
        "123456789012345678901234567890",
        "0.1234567890123456789",
        "{\"a\":null,\"b\":[null,{}],\"a\":2}",
        "\"\\u00e4\\ud83d\\ude00\"",
        "[1] trailing",
        "{'a':1}",
        "[NaN]",
        "[01]",
        "{",
        "",
        "no",
        "[1,]",
        "{\"a\"}",
        "\"\u0001\""
      })
  void readsAsTheLibrary(String json) throws NoSuchMethodException {
    for (var type : types()) {
      assertThat(Plain.isPlain(type)).isTrue();
      var expected = read(Converter.ofLibrary(type), json);
      var got = read(new Plain(type), json);
      assertThat(got).as("%s as %s", json, type).isEqualTo(expected);
      assertThat(kind(got)).isEqualTo(kind(expected));
    }
  }

  private static @Nullable Class<?> kind(@Nullable Object value) {
    return value == null ? null : value.getClass();
  }

  @Test
  void readsAndWritesAnyValueAsTheLibrary() throws NoSuchMethodException {
    var random = new Random(7);
    for (int i = 0; i < VALUES; i++) {
      var value = value(random, 4);
      for (var type : types()) {
        var library = Converter.ofLibrary(type);
        var plain = new Plain(type);
        var json = written(library, value);
        assertThat(written(plain, value)).isEqualTo(json);
        assertThat(read(plain, json)).isEqualTo(read(library, json));
      }
    }
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 10 : 14)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextLong();
      case 2 -> random.nextGaussian() * 1e9;
      case 3 -> random.nextFloat();
      case 4 -> new BigInteger(90, random);
      case 5 -> new BigDecimal(new BigInteger(70, random), random.nextInt(40) - 20);
      case 6 -> random.nextBoolean();
      case 7 ->
          List.of(Double.NaN, Double.POSITIVE_INFINITY, DayOfWeek.FRIDAY).get(random.nextInt(3));
      case 8 -> random.nextInt(3) == 0 ? null : "";
      case 9 -> text(random);
      case 10, 11 -> list(random, depth - 1);
      default -> map(random, depth - 1);
    };
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x20000);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
    }
    return text.toString();
  }

  private static List<@Nullable Object> list(Random random, int depth) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(value(random, depth));
    }
    return random.nextBoolean() ? list : Arrays.asList(list.toArray());
  }

  private static Map<String, @Nullable Object> map(Random random, int depth) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(text(random), value(random, depth));
    }
    return random.nextBoolean() ? map : new TreeMap<>(map);
  }

  @Test
  void leavesWhatHoldsItselfToTheLibrary() {
    var list = new ArrayList<Object>();
    list.add(list);
    assertThat(written(new Plain(Object.class), list)).startsWith("refused: ");
  }

  @Test
  void leavesKeysThatAreNoTextToTheLibrary() {
    assertThat(written(new Plain(Object.class), Map.of(1, "a"))).isEqualTo("{\"1\":\"a\"}");
  }
}
