package brume.cloudwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrimmedTest {
  /// Each of 1 to 100 once.
  private static final Summary HUNDRED =
      IntStream.rangeClosed(1, 100)
          .mapToObj(value -> Summary.of(value, 1))
          .reduce(Summary::plus)
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "tm90, 45.5",
    "TM(:90%), 45.5",
    "TM(2%:98%), 50.5",
    "TM(10:20), 15.5",
    "TM(98:), 99.5",
    "tc90, 90",
    "TC(10%:), 90",
    "TC(10:20), 10",
    "TC(:0.5), 0",
    "ts50, 1275",
    "TS(80%:), 1810",
    "TS(200:300), 0",
    "wm98, 50.47",
    "WM(10%:90%), 50.5",
    "WM(:50), 37.75",
    "WM(40:60), 50.1",
    "PR(:30), 30",
    "PR(10:25), 15",
    "PR(100:), 0",
    "IQM, 50.5",
    "tm99.9, 50.5",
  })
  void aRangeOfTheValuesCounts(String statistic, double expected) {
    assertThat(Statistic.parse(statistic).orElseThrow().of(HUNDRED)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tm",
        "tm101",
        "TM90",
        "tm(1:2)",
        "TM()",
        "TM(:)",
        "TM(5:2)",
        "TM(1%:2)",
        "TM(:101%)",
        "PR(1%:2%)",
        "pr90",
        "IQM(1:2)",
        "iqm",
        "TM(-1:2)",
        "XX(1:2)"
      })
  void otherTextsAreNone(String text) {
    assertThat(Statistic.parse(text)).isEmpty();
  }

  @Test
  void manyOfOneValueAreCutToo() {
    var summary = Summary.of(1, 7).plus(Summary.of(9, 3));
    assertThat(Statistic.parse("tm70").orElseThrow().of(summary)).isEqualTo(1);
    assertThat(Statistic.parse("ts80").orElseThrow().of(summary)).isEqualTo(16);
    assertThat(Statistic.parse("TM(3:5)").orElseThrow().of(summary)).isNull();
  }

  @Test
  void ofSummariesAndNegativeValuesNoneIsKnown() {
    var median = Statistic.parse("tm50").orElseThrow();
    assertThat(median.of(new Summary(2, 3, 1, 2, null))).isNull();
    assertThat(median.of(Summary.of(-1, 1))).isNull();
  }
}
