package brume.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
  private static final String EVENT =
      """
      {"type": "UpdateTrail", "address": "111.22.33.4", "size": 1.5, "flag": true,
       "none": null, "users": [{"name": "ann", "id": 1}, {"name": "bob", "id": 2}],
       "a.b": {"c d": "e"}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                  | anything              | true",
        "ERROR               | [ERROR 400] BAD       | true",
        "ERROR               | [error 400] BAD       | false",
        "ERROR BAD           | [ERROR 400] BAD       | true",
        "ERROR WORSE         | [ERROR 400] BAD       | false",
        "?ERROR ?WARN        | [WARN] x              | true",
        "?ERROR ?WARN        | [INFO] x              | false",
        "ERROR -EXITING      | [ERROR] EXITING       | false",
        "ERROR -EXITING      | [ERROR] going on      | true",
        "-\"[ERROR\"         | [ERROR] EXITING       | false",
        "\"ERROR 400\"       | [ERROR 400] BAD       | true",
        "\"400 ERROR\"       | [ERROR 400] BAD       | false",
        "\"a \\\" b\"        | x a \" b y            | true",
        "?none x             | xyz                   | true"
      })
  void terms(String pattern, String message, boolean matches) {
    assertThat(FilterPattern.parse(pattern).test(message)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.type = \"UpdateTrail\" }",
        "{ $.type = Update* }",
        "{$.type=*Trail}",
        "{ $.address = 111.22.* && $.size < 2 }",
        "{ $.address != 123.123.* }",
        "{ $.size = 15e-1 }",
        "{ $.size >= 1.50 }",
        "{ $.size > 1 }",
        "{ $.size <= 1.5 }",
        "{ $.size != 2 }",
        "{ $.flag IS TRUE }",
        "{ $.none IS NULL }",
        "{ $.other NOT EXISTS }",
        "{ $.none EXISTS }",
        "{ $.users[1].name = \"bob\" }",
        "{ $.users[*].id = 2 }",
        "{ ($.size = 9 || $.flag is true) && $.type = \"*\" }",
        "{ $.size = 9 && $.size = 8 || $.flag IS TRUE }",
        "{ $.['a.b'].['c d'] = e }",
        "{ $['a.b'] EXISTS }"
      })
  void fieldsThatMatch(String pattern) {
    assertThat(FilterPattern.parse(pattern).test(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.type = \"updatetrail\" }",
        "{ $.type = Update }",
        "{ $.size < 1.5 }",
        "{ $.flag IS FALSE }",
        "{ $.other IS NULL }",
        "{ $.other != 1 }",
        "{ $.type NOT EXISTS }",
        "{ $.users[2].name EXISTS }",
        "{ $.type > 1 }",
        "{ $.size = 9 && ($.size = 8 || $.flag IS TRUE) }"
      })
  void fieldsThatDoNot(String pattern) {
    assertThat(FilterPattern.parse(pattern).test(EVENT)).isFalse();
  }

  @Test
  void whatIsNotJsonHasNoFields() {
    var pattern = FilterPattern.parse("{ $.a NOT EXISTS }");
    assertThat(pattern.test("{\"b\": 1}")).isTrue();
    assertThat(pattern.test("plain")).isFalse();
    assertThat(pattern.test("{broken")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{ }",
        "{ $.a }",
        "{ $.a = }",
        "{ $.a = 1",
        "{ $.a = 1 } x",
        "{ $.a > \"x\" }",
        "{ $.a IS 1 }",
        "{ $. = 1 }",
        "{ a = 1 }",
        "{ ($.a = 1 }",
        "{ $.a[x] = 1 }",
        "{ $.a NOT }",
        "\"open",
        "a-b",
        "{ $.a = \"open }"
      })
  void whatCannotBeReadIsRefused(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern)).hasMessageStartingWith("Invalid ");
  }

  @Test
  void parenthesesAreBounded() {
    var deep = "{" + "(".repeat(60_000) + "$.a = 1" + ")".repeat(60_000) + "}";
    assertThatThrownBy(() -> FilterPattern.parse(deep)).hasMessage("Invalid filter pattern");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a, b]", "%re%", "{ $.a = %re% }"})
  void whatIsLackingIsNamed(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern)).hasMessageEndingWith(" yet");
  }
}
