package brume.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": ["x"]}                                  | {"a": "x"}
          {"a": ["x", "y"]}                             | {"a": "y", "b": 1}
          {"a": [1]}                                    | {"a": 1.0}
          {"a": [null]}                                 | {"a": null}
          {"a": [true]}                                 | {"a": true}
          {"a": ["x"]}                                  | {"a": ["w", "x"]}
          {"a": {"b": ["x"]}}                           | {"a": {"b": "x"}}
          {"a": {"b": ["x"]}}                           | {"a": [{"b": "w"}, {"b": "x"}]}
          {"a": ["x"], "b": ["y"]}                      | {"a": "x", "b": "y"}
          {"a": [{"prefix": "ab"}]}                     | {"a": "abc"}
          {"a": [{"prefix": {"equals-ignore-case": "AB"}}]} | {"a": "abc"}
          {"a": [{"suffix": "bc"}]}                     | {"a": "abc"}
          {"a": [{"equals-ignore-case": "ABC"}]}        | {"a": "abc"}
          {"a": [{"wildcard": "a*c*"}]}                 | {"a": "abbcd"}
          {"a": [{"wildcard": "*"}]}                    | {"a": ""}
          {"a": [{"anything-but": "x"}]}                | {"a": "y"}
          {"a": [{"anything-but": ["x", 1]}]}           | {"a": 2}
          {"a": [{"anything-but": {"prefix": "x"}}]}    | {"a": "yx"}
          {"a": [{"numeric": ["=", 5]}]}                | {"a": 5.0}
          {"a": [{"numeric": [">", 0, "<=", 5]}]}       | {"a": 5}
          {"a": [{"exists": true}]}                     | {"a": 0}
          {"a": [{"exists": false}]}                    | {"b": 0}
          {"$or": [{"a": ["x"]}, {"b": [1]}]}           | {"b": 1}
          """)
  void matches(String pattern, String event) {
    assertThat(EventPattern.of(pattern).matches(Json.parse(event))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": ["x"]}                                  | {"a": "y"}
          {"a": ["x"]}                                  | {"b": "x"}
          {"a": ["1"]}                                  | {"a": 1}
          {"a": ["x"], "b": ["y"]}                      | {"a": "x"}
          {"a": {"b": ["x"]}}                           | {"a": "x"}
          {"a": [{"prefix": "b"}]}                      | {"a": "abc"}
          {"a": [{"prefix": "b"}]}                      | {"a": 1}
          {"a": [{"suffix": "b"}]}                      | {"a": "abc"}
          {"a": [{"wildcard": "a*c"}]}                  | {"a": "abcd"}
          {"a": [{"anything-but": "x"}]}                | {"a": "x"}
          {"a": [{"anything-but": "x"}]}                | {"b": "y"}
          {"a": [{"anything-but": {"suffix": "x"}}]}    | {"a": "yx"}
          {"a": [{"numeric": [">", 0, "<=", 5]}]}       | {"a": 6}
          {"a": [{"numeric": ["<", 5]}]}                | {"a": "4"}
          {"a": [{"exists": true}]}                     | {"b": 0}
          {"a": [{"exists": true}]}                     | {"a": {"b": 0}}
          {"a": [{"exists": false}]}                    | {"a": 0}
          {"$or": [{"a": ["x"]}, {"b": [1]}]}           | {"a": "y", "b": 2}
          """)
  void doesNotMatch(String pattern, String event) {
    assertThat(EventPattern.of(pattern).matches(Json.parse(event))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"a\": \"x\"}",
        "{\"a\": [[\"x\"]]}",
        "{\"a\": [{\"near\": 1}]}",
        "{\"a\": [{\"prefix\": 1}]}",
        "{\"a\": [{\"prefix\": \"x\", \"suffix\": \"y\"}]}",
        "{\"a\": [{\"numeric\": [\">\"]}]}",
        "{\"a\": [{\"numeric\": [\"about\", 1]}]}",
        "{\"$or\": [\"x\"]}"
      })
  void isNoPattern(String text) {
    assertThatThrownBy(() -> EventPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
