package brume.logs.operation;

import static brume.model.logs.CloudWatchLogsModel.GET_LOG_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.logs.LogsLocal;
import brume.model.logs.GetLogEventsRequest;
import brume.model.logs.GetLogEventsResponse;
import brume.model.logs.OutputLogEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadTest {
  private final LogsLocal logs = new LogsLocal().group("g").stream("g", "s");

  @Test
  void theTailIsReadUnlessTheHeadIsAskedFor() {
    logs.put("g", "s", "-4 a", "-3 b", "-2 c", "-1 d");
    assertThat(messages(get(wanted().limit(2)))).containsExactly("c", "d");
    assertThat(messages(get(wanted().limit(2).startFromHead(true)))).containsExactly("a", "b");
  }

  @Test
  void tokensLeadBothWaysAndStayAtTheEnds() {
    logs.put("g", "s", "-5 a", "-4 b", "-4 c", "-3 d", "-2 e");
    var page = get(wanted().limit(2).startFromHead(true));
    page = get(wanted().limit(2).nextToken(page.nextForwardToken()));
    assertThat(messages(page)).containsExactly("c", "d");
    assertThat(messages(get(wanted().limit(1).nextToken(page.nextBackwardToken()))))
        .containsExactly("b");
    var last = get(wanted().nextToken(page.nextForwardToken()));
    assertThat(messages(last)).containsExactly("e");
    var end = get(wanted().nextToken(last.nextForwardToken()));
    assertThat(end.events()).isEmpty();
    assertThat(end.nextForwardToken()).isEqualTo(last.nextForwardToken());
    assertThat(messages(get(wanted().nextToken(end.nextBackwardToken()))))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aTailFollows() {
    var page = get(wanted());
    assertThat(page.events()).isEmpty();
    logs.put("g", "s", "-1 a");
    page = get(wanted().nextToken(page.nextForwardToken()));
    assertThat(messages(page)).containsExactly("a");
    logs.put("g", "s", "-1 b", "0 c");
    page = get(wanted().nextToken(page.nextForwardToken()));
    assertThat(messages(page)).containsExactly("b", "c");
    assertThat(get(wanted().nextToken(page.nextForwardToken())).events()).isEmpty();
  }

  @Test
  void theWindowBeginsWithItsStartAndEndsBeforeItsEnd() {
    logs.put("g", "s", "-3 a", "-2 b", "-1 c");
    long now = LogsLocal.NOW;
    assertThat(messages(get(wanted().startTime(now - 3).endTime(now - 1))))
        .containsExactly("a", "b");
    assertThat(get(wanted().startTime(now).endTime(now - 9)).events()).isEmpty();
  }

  @Test
  void aPageIsOfOneMegabyteAtMost() {
    var large = "x".repeat(400_000);
    for (int i = 0; i < 3; i++) {
      logs.put("g", "s", "0 " + large, "0 " + large);
    }
    assertThat(get(wanted()).events()).hasSize(2);
  }

  @Test
  void tokensOfOthersAreRefused() {
    for (var token : List.of("x", "f/1/s", "f/" + "9".repeat(56) + "/s")) {
      assertThatThrownBy(() -> get(wanted().nextToken(token)))
          .hasMessage("The specified nextToken is invalid.");
    }
  }

  /// Against a list sorted by time.
  @Test
  void allPagesTogetherAreTheStream() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var stream = "s" + seed;
      logs.stream("g", stream);
      record Put(int offset, int number) {}
      var all = new ArrayList<Put>();
      for (int i = 0; i < 40; i++) {
        int offset = -random.nextInt(10);
        logs.put("g", stream, offset + " " + i);
        all.add(new Put(offset, i));
      }
      all.sort(java.util.Comparator.comparingInt(Put::offset));
      var expected = all.stream().map(put -> String.valueOf(put.number())).toList();
      int limit = 1 + random.nextInt(15);
      var wanted = wanted().logStreamName(stream).limit(limit);
      assertThat(walk(wanted.startFromHead(true), true)).isEqualTo(expected);
      assertThat(walk(wanted.startFromHead(false), false)).isEqualTo(expected);
    }
  }

  private List<String> walk(GetLogEventsRequest.Builder first, boolean forward) {
    var found = new ArrayList<String>();
    var page = get(first);
    while (!page.events().isEmpty()) {
      found.addAll(forward ? found.size() : 0, messages(page));
      var token = forward ? page.nextForwardToken() : page.nextBackwardToken();
      page = get(first.build().toBuilder().nextToken(token));
    }
    return found;
  }

  private static GetLogEventsRequest.Builder wanted() {
    return GetLogEventsRequest.builder().logGroupName("g").logStreamName("s");
  }

  private GetLogEventsResponse get(GetLogEventsRequest.Builder wanted) {
    return logs.invoke(GET_LOG_EVENTS, wanted.build());
  }

  private static List<String> messages(GetLogEventsResponse page) {
    return page.events().stream().map(OutputLogEvent::message).toList();
  }
}
