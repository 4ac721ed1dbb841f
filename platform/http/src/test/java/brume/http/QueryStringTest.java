package brume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.http.QueryString.Parameter;
import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void keepsOrderAndRepetitions() {
    var query = QueryString.parse("b=2&a=1&b=3");
    assertThat(query.parameters()).extracting(Parameter::name).containsExactly("b", "a", "b");
    assertThat(query.all("b")).containsExactly("2", "3");
    assertThat(query.first("b")).isEqualTo("2");
    assertThat(query.byName().keySet()).containsExactly("b", "a");
    assertThat(query.first("c")).isNull();
  }

  @Test
  void tellsABareNameFromAnEmptyValue() {
    var query = QueryString.parse("uploads&prefix=");
    assertThat(query.parameters())
        .containsExactly(
            new Parameter("uploads", "", "uploads", "", true),
            new Parameter("prefix", "", "prefix", "", false));
    assertThat(query.has("uploads")).isTrue();
  }

  @Test
  void decodesNamesAndValuesAndKeepsWhatWasWritten() {
    var only = QueryString.parse("a%20b+c=x%3Dy=z%2B").parameters().getFirst();
    assertThat(only).isEqualTo(new Parameter("a b c", "x=y=z+", "a%20b+c", "x%3Dy=z%2B", false));
  }

  @Test
  void dropsEmptyFieldsAndPartsByAmpersandAlone() {
    assertThat(QueryString.parse("&&a=1;b=2&").toString()).isEqualTo("a=1;b=2");
    assertThat(QueryString.parse("").isEmpty()).isTrue();
    assertThat(QueryString.parse("=v").parameters())
        .containsExactly(new Parameter("", "v", "", "v", false));
  }

  @Test
  void leavesOutByDecodedName() {
    assertThat(QueryString.parse("x%2Dy=1&z=%20&q").without("x-y")).hasToString("z=%20&q");
  }

  @Test
  void refusesBrokenEscapes() {
    assertThatThrownBy(() -> QueryString.parse("a=100%"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
