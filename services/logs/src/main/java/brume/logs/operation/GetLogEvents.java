package brume.logs.operation;

import brume.logs.data.Events;
import brume.logs.data.Groups;
import brume.logs.event.LogEvent;
import brume.logs.event.PageSize;
import brume.logs.event.PageToken;
import brume.logs.event.Position;
import brume.logs.group.GroupName;
import brume.model.logs.GetLogEventsRequest;
import brume.model.logs.GetLogEventsResponse;
import brume.model.logs.OutputLogEvent;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Reads a page of a log stream, forwards or backwards.
public final class GetLogEvents implements Operation<GetLogEventsRequest, GetLogEventsResponse> {
  private final Groups groups;
  private final Events events;

  public GetLogEvents(Groups groups, Events events) {
    this.groups = groups;
    this.events = events;
  }

  @Override
  public Access access(Call call, GetLogEventsRequest input) {
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    return LogAccess.toStream(call, name(), name, input.logStreamName());
  }

  @Override
  public GetLogEventsResponse run(Call call, GetLogEventsRequest input) {
    Lacking.checkUnmask(input.unmask());
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    var group = groups.get(call.scope(), name);
    var window =
        new Events.Window(
            input.startTime() == null ? 0 : input.startTime(),
            input.endTime() == null ? Long.MAX_VALUE : input.endTime());
    int limit = input.limit() == null ? PageSize.MAX_EVENTS : input.limit();
    var from = from(input, window);
    var page = events.read(call.scope(), group, input.logStreamName(), window, from, limit);
    if (page.events().isEmpty() && input.nextToken() == null) {
      page = Events.Page.emptyAt(Position.at(window.start()));
    }
    return GetLogEventsResponse.builder()
        .events(page.events().stream().map(GetLogEvents::shown).toList())
        .nextForwardToken(page.forward().toString())
        .nextBackwardToken(page.backward().toString())
        .build();
  }

  private static PageToken from(GetLogEventsRequest input, Events.Window window) {
    if (input.nextToken() != null) {
      return PageToken.parse(input.nextToken());
    }
    return Boolean.TRUE.equals(input.startFromHead())
        ? new PageToken(true, Position.at(window.start()))
        : new PageToken(false, Position.at(window.end()));
  }

  private static OutputLogEvent shown(LogEvent event) {
    return OutputLogEvent.builder()
        .timestamp(event.timestamp())
        .message(event.message())
        .ingestionTime(event.ingestion())
        .build();
  }
}
