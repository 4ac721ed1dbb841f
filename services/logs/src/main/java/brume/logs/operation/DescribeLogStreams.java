package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.data.Streams;
import brume.logs.group.GroupName;
import brume.logs.group.Stream;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.DescribeLogStreamsRequest;
import brume.model.logs.DescribeLogStreamsResponse;
import brume.model.logs.LogStream;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// Lists the streams of a log group by name or by their latest events.
public final class DescribeLogStreams
    implements Operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse> {
  private final Groups groups;
  private final Streams streams;

  public DescribeLogStreams(Groups groups, Streams streams) {
    this.groups = groups;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, DescribeLogStreamsRequest input) {
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    return LogAccess.toGroup(call, name(), name);
  }

  @Override
  public DescribeLogStreamsResponse run(Call call, DescribeLogStreamsRequest input) {
    var name = GroupName.of(input.logGroupName(), input.logGroupIdentifier(), call.scope());
    boolean isByTime = "LastEventTime".equals(input.orderBy());
    var prefix = input.logStreamNamePrefix();
    if (isByTime && prefix != null) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
    Function<Stream, String> position = isByTime ? DescribeLogStreams::timeAndName : Stream::name;
    var order = Comparator.comparing(position);
    var wanted =
        streams.all(call.scope(), groups.get(call.scope(), name)).stream()
            .filter(stream -> prefix == null || stream.name().startsWith(prefix))
            .sorted(Boolean.TRUE.equals(input.descending()) ? order.reversed() : order)
            .toList();
    var page = Listing.page(wanted, position, input.nextToken(), input.limit());
    return new DescribeLogStreamsResponse(
        page.items().stream().map(DescribeLogStreams::shown).toList(), page.next());
  }

  /// Numbers of the same length have the order of their digits.
  private static String timeAndName(Stream stream) {
    return String.format(Locale.ROOT, "%020d", stream.lastEvent()) + stream.name();
  }

  private static LogStream shown(Stream stream) {
    return stream.description().toBuilder().uploadSequenceToken(SequenceToken.of(stream)).build();
  }
}
