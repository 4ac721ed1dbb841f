package brume.cloudwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of the Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing
/// data": the oldest period first, `0` in bounds, `X` breaching, `-` missing.
class JudgementTest {
  private static final String KEPT = "KEPT";

  @ParameterizedTest
  @CsvSource({
    "3, 0 - X - X, OK, OK, OK, OK",
    "3, 0 - - - -, OK, OK, OK, OK",
    "3, - - - - -, INSUFFICIENT_DATA, KEPT, ALARM, OK",
    "3, 0 X X - X, ALARM, ALARM, ALARM, ALARM",
    "3, - - X - -, ALARM, KEPT, ALARM, OK",
    "2, 0 - X - X, ALARM, ALARM, ALARM, ALARM",
    "2, 0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
    "2, 0 - X - -, OK, OK, ALARM, OK",
    "2, - - - - 0, OK, OK, ALARM, OK",
    "2, - - - X -, ALARM, KEPT, ALARM, OK",
  })
  void missingDataIsTreatedAsDocumented(
      int required,
      String periods,
      String missing,
      String ignore,
      String breaching,
      String notBreaching) {
    assertThat(judged(required, Missing.MISSING, periods)).isEqualTo(missing);
    assertThat(judged(required, Missing.IGNORE, periods)).isEqualTo(ignore);
    assertThat(judged(required, Missing.BREACHING, periods)).isEqualTo(breaching);
    assertThat(judged(required, Missing.NOT_BREACHING, periods)).isEqualTo(notBreaching);
  }

  @ParameterizedTest
  @CsvSource({"- - - - X", "- - - X -"})
  void aFewLatePointsMakeNoAlarmAtOnce(String periods) {
    assertThat(judged(3, Missing.MISSING, periods)).isNotEqualTo("ALARM");
  }

  @Test
  void alarmsOnDynamoDbKeepTheirState() {
    assertThat(Missing.of(null, "AWS/DynamoDB")).isEqualTo(Missing.IGNORE);
    assertThat(Missing.of(null, "AWS/Lambda")).isEqualTo(Missing.MISSING);
    assertThat(Missing.of("notBreaching", "AWS/DynamoDB")).isEqualTo(Missing.NOT_BREACHING);
  }

  private static String judged(int required, Missing missing, String periods) {
    var judgement = new Judgement(required, 3, missing);
    var latestFirst = new ArrayList<Optional<Boolean>>();
    for (var period : List.of(periods.split(" ")).reversed()) {
      latestFirst.add(period.equals("-") ? Optional.empty() : Optional.of(period.equals("X")));
    }
    assertThat(latestFirst).hasSize(judgement.range());
    return judgement.of(latestFirst).map(State::name).orElse(KEPT);
  }
}
