package brume.logs.operation;

import brume.logs.data.Events;
import brume.logs.data.Groups;
import brume.logs.data.Search;
import brume.logs.event.PageSize;
import brume.logs.group.GroupName;
import brume.logs.pattern.FilterPattern;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.FilterLogEventsRequest;
import brume.model.logs.FilterLogEventsResponse;
import brume.model.logs.FilteredLogEvent;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/// Searches the events of a log group, in order of time over all its streams.
public final class FilterLogEvents
    implements Operation<FilterLogEventsRequest, FilterLogEventsResponse> {
  private final Groups groups;
  private final Search search;

  public FilterLogEvents(Groups groups, Search search) {
    this.groups = groups;
    this.search = search;
  }

  @Override
  public Access access(Call call, FilterLogEventsRequest input) {
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    return LogAccess.toGroup(call, name(), name);
  }

  @Override
  public FilterLogEventsResponse run(Call call, FilterLogEventsRequest input) {
    Lacking.checkUnmask(input.unmask());
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    var group = groups.get(call.scope(), name);
    var pattern = input.filterPattern() == null ? "" : input.filterPattern();
    var wanted = new Search.Wanted(window(input), streams(input), FilterPattern.parse(pattern));
    int limit = input.limit() == null ? PageSize.MAX_EVENTS : input.limit();
    var page = search.search(call.scope(), group, wanted, input.nextToken(), limit);
    return FilterLogEventsResponse.builder()
        .events(page.found().stream().map(FilterLogEvents::shown).toList())
        .searchedLogStreams(List.of())
        .nextToken(page.next())
        .build();
  }

  /// Unlike that of GetLogEvents, the end is a time that is still wanted.
  private static Events.Window window(FilterLogEventsRequest input) {
    long start = input.startTime() == null ? 0 : input.startTime();
    long end = input.endTime() == null ? Long.MAX_VALUE - 1 : input.endTime();
    return new Events.Window(start, end + 1);
  }

  private static Predicate<String> streams(FilterLogEventsRequest input) {
    var names = input.logStreamNames();
    var prefix = input.logStreamNamePrefix();
    if (names != null && prefix != null) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
    }
    if (names != null) {
      return new HashSet<>(names)::contains;
    }
    return name -> prefix == null || name.startsWith(prefix);
  }

  private static FilteredLogEvent shown(Search.Found found) {
    return FilteredLogEvent.builder()
        .eventId(found.id())
        .logStreamName(found.stream())
        .timestamp(found.event().timestamp())
        .ingestionTime(found.event().ingestion())
        .message(found.event().message())
        .build();
  }
}
