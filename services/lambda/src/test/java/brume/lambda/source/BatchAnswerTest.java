package brume.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
  private static BatchAnswer of(String answer) {
    return BatchAnswer.of(Bytes.utf8(answer), List.of("1", "2", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "\"\"",
        "{}",
        "{\"batchItemFailures\": []}",
        "{\"batchItemFailures\": null}"
      })
  void isComplete(String answer) {
    assertThat(of(answer)).isEqualTo(new BatchAnswer.Complete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\": \"1\"}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": [{\"id\": \"1\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"4\"}]}"
      })
  void failedWithAll(String answer) {
    assertThat(of(answer)).isEqualTo(new BatchAnswer.Failed());
  }

  @Test
  void failedWithSome() {
    var answer =
        of("{\"batchItemFailures\": [{\"itemIdentifier\": \"3\"}, {\"itemIdentifier\": \"2\"}]}");

    assertThat(answer).isEqualTo(new BatchAnswer.Partly(Set.of("3", "2")));
  }
}
