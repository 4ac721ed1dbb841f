package brume.dax.operation;

import brume.dax.data.Events;
import brume.model.dax.DescribeEventsRequest;
import brume.model.dax.DescribeEventsResponse;
import brume.model.dax.Event;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells what happened to clusters and groups, the last hour unless another time is given.
public final class DescribeEvents
    implements Operation<DescribeEventsRequest, DescribeEventsResponse> {
  /// In minutes.
  private static final int HOUR = 60;

  private final Events events;

  public DescribeEvents(Events events) {
    this.events = events;
  }

  @Override
  public Access access(Call call, DescribeEventsRequest input) {
    return DaxAccess.toAny(name());
  }

  @Override
  public DescribeEventsResponse run(Call call, DescribeEventsRequest input) {
    var end = Objects.requireNonNullElse(input.endTime(), call.now());
    var minutes = Objects.requireNonNullElse(input.duration(), HOUR);
    var start =
        Objects.requireNonNullElse(input.startTime(), end.minus(Duration.ofMinutes(minutes)));
    var wanted =
        events.all(call.scope()).stream()
            .filter(each -> isNullOr(input.sourceName(), each.sourceName()))
            .filter(each -> isNullOr(input.sourceType(), each.sourceType()))
            .filter(each -> isWithin(each, start, end))
            .toList();
    var page = Listing.page(wanted, input.nextToken(), input.maxResults());
    return new DescribeEventsResponse(page.items(), page.next());
  }

  private static boolean isNullOr(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }

  private static boolean isWithin(Event event, Instant start, Instant end) {
    var date = Objects.requireNonNull(event.date());
    return !date.isBefore(start) && !date.isAfter(end);
  }
}
