package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.data.Streams;
import brume.logs.group.GroupName;
import brume.logs.group.Stream;
import brume.model.logs.CreateLogStreamRequest;
import brume.model.logs.CreateLogStreamResponse;
import brume.model.logs.LogStream;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an empty log stream.
public final class CreateLogStream
    implements Operation<CreateLogStreamRequest, CreateLogStreamResponse> {
  private final Groups groups;
  private final Streams streams;

  public CreateLogStream(Groups groups, Streams streams) {
    this.groups = groups;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, CreateLogStreamRequest input) {
    return LogAccess.toGroup(call, name(), input.logGroupName());
  }

  @Override
  public CreateLogStreamResponse run(Call call, CreateLogStreamRequest input) {
    var group = groups.get(call.scope(), input.logGroupName());
    var arn = GroupName.arn(call.scope(), group.name(), input.logStreamName());
    var description =
        LogStream.builder()
            .logStreamName(input.logStreamName())
            .arn(arn.toString())
            .creationTime(call.now().toEpochMilli())
            .storedBytes(0L)
            .build();
    var stream = new Stream(description, call.ids().lower(Ids.LENGTH), 0, 0);
    streams.create(call.scope(), group, stream);
    return new CreateLogStreamResponse();
  }
}
