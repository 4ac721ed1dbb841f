package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.data.Streams;
import brume.logs.group.Group;
import brume.logs.group.Stream;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.DescribeLogGroupsRequest;
import brume.model.logs.DescribeLogGroupsResponse;
import brume.model.logs.LogGroup;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists log groups in the order of their names.
public final class DescribeLogGroups
    implements Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> {
  private final Groups groups;
  private final Streams streams;

  public DescribeLogGroups(Groups groups, Streams streams) {
    this.groups = groups;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, DescribeLogGroupsRequest input) {
    return LogAccess.toGroup(call, name(), "");
  }

  @Override
  public DescribeLogGroupsResponse run(Call call, DescribeLogGroupsRequest input) {
    Lacking.check(input);
    var prefix = input.logGroupNamePrefix();
    var pattern = input.logGroupNamePattern();
    if (prefix != null && pattern != null) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }
    var wanted =
        groups.all(call.scope()).stream()
            .filter(group -> prefix == null || group.name().startsWith(prefix))
            .filter(group -> pattern == null || group.name().contains(pattern))
            .toList();
    var page = Listing.page(wanted, Group::name, input.nextToken(), input.limit());
    return new DescribeLogGroupsResponse(
        page.items().stream().map(group -> sized(call, group)).toList(), page.next());
  }

  /// With the bytes that its streams hold now.
  private LogGroup sized(Call call, Group group) {
    long bytes = streams.all(call.scope(), group).stream().mapToLong(Stream::bytes).sum();
    return group.description().toBuilder().storedBytes(bytes).build();
  }
}
