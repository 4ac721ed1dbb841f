package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.data.Streams;
import brume.model.logs.DeleteLogStreamRequest;
import brume.model.logs.DeleteLogStreamResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a log stream with its events.
public final class DeleteLogStream
    implements Operation<DeleteLogStreamRequest, DeleteLogStreamResponse> {
  private final Groups groups;
  private final Streams streams;

  public DeleteLogStream(Groups groups, Streams streams) {
    this.groups = groups;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, DeleteLogStreamRequest input) {
    return LogAccess.toStream(call, name(), input.logGroupName(), input.logStreamName());
  }

  @Override
  public DeleteLogStreamResponse run(Call call, DeleteLogStreamRequest input) {
    var group = groups.get(call.scope(), input.logGroupName());
    streams.delete(call.scope(), group, input.logStreamName(), call.now());
    return new DeleteLogStreamResponse();
  }
}
