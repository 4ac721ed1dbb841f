package brume.cloudwatch.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.cloudwatch.metric.MetricName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the Amazon CloudWatch User Guide, "CloudWatch search expression syntax".
class SearchTest {
  @ParameterizedTest
  @CsvSource({
    "CustomCount1, Custom Count 1",
    "SDBFailure, SDB Failure",
    "Project2-trial333, Project 2 trial 333",
  })
  void namesAreTakenApart(String name, String parts) {
    assertThat(Words.of(name).parts()).isEqualTo(List.of(parts.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "count, CustomCount1, true",
    "Count, CustomCount1, true",
    "COUNT, CustomCount1, true",
    "couNT, CustomCount1, false",
    "CustomCount, CustomCount1, true",
    "Count1, CustomCount1, true",
    "customcount, CustomCount1, false",
    "count1, CustomCount1, false",
    "network/errors, Network-Errors-2, true",
    "network+errors, NetworkErrors2, true",
    "Network_Errors, NetworkErrors2, true",
    "errors-network, NetworkErrors2, false",
  })
  void wordsFindNames(String wanted, String name, boolean found) {
    assertThat(Words.of(name).holds(Words.of(wanted))).isEqualTo(found);
  }

  private static final MetricName ERRORS =
      MetricName.of("AWS/Lambda", "Errors", Map.of("FunctionName", "ProjectA-login"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{AWS/Lambda,FunctionName}",
        "{AWS/Lambda, FunctionName} MetricName=\"Errors\"",
        "{AWS/Lambda}, \"Errors\"",
        "\"AWS/Lambda\" MetricName=Errors",
        "FunctionName=login",
        "FunctionName=\"ProjectA-login\"",
        "errors AND ProjectA",
        "nothing OR errors",
        "(nothing OR errors) (login OR logout)",
        "errors NOT logout",
        "NOT Namespace=EC2",
        "MetricName=\"Errors\" OR (MetricName=\"Invocations\" AND (ProjectA OR ProjectB))",
        "{\"AWS/Lambda\",\"FunctionName\"} login",
      })
  void itIsFound(String search) {
    assertThat(Search.parse(search).finds(ERRORS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{AWS/Lambda,FunctionName,Resource}",
        "{AWS/EC2}",
        "\"errors\"",
        "\"Error\"",
        "MetricName=login",
        "FunctionName=\"login\"",
        "errors AND logout",
        "errors NOT login",
        "NOT Namespace=AWS",
        "errors or login",
      })
  void itIsNotFound(String search) {
    assertThat(Search.parse(search).finds(ERRORS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{}", "{AWS/EC2", "(a", "a)", "a=", "\"a", "NOT", "a ="})
  void whatIsNoSearchIsRefused(String text) {
    assertThatThrownBy(() -> Search.parse(text)).hasMessageContaining("Invalid search");
  }

  @ParameterizedTest
  @ValueSource(ints = {1025, 5000})
  void aSearchIsNotLong(int length) {
    assertThatThrownBy(() -> Search.parse("a".repeat(length))).hasMessageContaining("1024");
    assertThatThrownBy(() -> Search.parse("(".repeat(1000))).hasMessageContaining("Invalid");
  }
}
