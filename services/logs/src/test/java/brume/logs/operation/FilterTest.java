package brume.logs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.logs.LogsLocal;
import brume.model.logs.FilterLogEventsRequest;
import brume.model.logs.FilteredLogEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterTest {
  private final LogsLocal logs =
      new LogsLocal().group("g").stream("g", "a").stream("g", "ab").stream("g", "c");

  @Test
  void streamsAreInterleavedByTime() {
    logs.put("g", "c", "-4 1", "-1 4");
    logs.put("g", "a", "-3 2", "-2 3");
    assertThat(logs.filtered("g", "")).containsExactly("c:1", "a:2", "a:3", "c:4");
    assertThat(logs.filtered("g", "?1 ?3")).containsExactly("c:1", "a:3");
  }

  @Test
  void streamsMayBeNamedOrBegun() {
    logs.put("g", "c", "-4 1");
    logs.put("g", "a", "-3 2");
    logs.put("g", "ab", "-2 3");
    assertThat(streams(wanted().logStreamNamePrefix("a"))).containsExactly("a", "ab");
    assertThat(streams(wanted().logStreamNames(List.of("c", "ab")))).containsExactly("c", "ab");
    var both = wanted().logStreamNamePrefix("a").logStreamNames(List.of("c"));
    assertThatThrownBy(() -> logs.filter(both)).hasMessageContaining("mutually exclusive");
  }

  @Test
  void theEndOfTheWindowIsInIt() {
    logs.put("g", "a", "-3 1", "-2 2", "-1 3");
    long now = LogsLocal.NOW;
    assertThat(messages(wanted().startTime(now - 2).endTime(now - 1))).containsExactly("2", "3");
  }

  @Test
  void pagesFollowEachOther() {
    logs.put("g", "a", "-5 1", "-4 2", "-3 3", "-2 4", "-1 5");
    var found = new ArrayList<String>();
    var page = logs.filter(wanted().limit(2));
    int pages = 1;
    while (true) {
      page.events().forEach(event -> found.add(event.message()));
      if (page.nextToken() == null) {
        break;
      }
      page = logs.filter(wanted().limit(2).nextToken(page.nextToken()));
      pages++;
    }
    assertThat(found).containsExactly("1", "2", "3", "4", "5");
    assertThat(pages).isEqualTo(3);
    assertThatThrownBy(() -> logs.filter(wanted().nextToken("?")))
        .hasMessage("The specified nextToken is invalid.");
  }

  @Test
  void aPageLooksAtSoManyEventsOnly() {
    for (int i = 0; i < 6; i++) {
      logs.put("g", "a", IntStream.range(0, 10_000).mapToObj(_ -> LogsLocal.event("0 x")).toList());
    }
    logs.put("g", "a", "0 needle");
    var page = logs.filter(wanted().filterPattern("needle"));
    assertThat(page.events()).isEmpty();
    page = logs.filter(wanted().filterPattern("needle").nextToken(page.nextToken()));
    assertThat(page.events()).hasSize(1);
    assertThat(page.nextToken()).isNull();
  }

  @Test
  void everyEventHasAnIdOfItsOwn() {
    logs.put("g", "a", "0 x", "0 x");
    logs.put("g", "c", "0 x");
    var found = logs.filter(wanted());
    assertThat(found.events().stream().map(FilteredLogEvent::eventId))
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(found.searchedLogStreams()).isEmpty();
  }

  private static FilterLogEventsRequest.Builder wanted() {
    return FilterLogEventsRequest.builder().logGroupName("g");
  }

  private List<String> messages(FilterLogEventsRequest.Builder wanted) {
    return logs.filter(wanted).events().stream().map(FilteredLogEvent::message).toList();
  }

  private List<String> streams(FilterLogEventsRequest.Builder wanted) {
    return logs.filter(wanted).events().stream().map(FilteredLogEvent::logStreamName).toList();
  }
}
