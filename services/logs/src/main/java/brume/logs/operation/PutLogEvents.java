package brume.logs.operation;

import brume.logs.data.Events;
import brume.logs.data.Groups;
import brume.logs.event.Batch;
import brume.logs.tail.Tails;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.PutLogEventsRequest;
import brume.model.logs.PutLogEventsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.service.Unit;

/// Puts a batch of events into a log stream.
public final class PutLogEvents implements Operation<PutLogEventsRequest, PutLogEventsResponse> {
  /// Source: Amazon CloudWatch Logs User Guide, "CloudWatch Logs metrics".
  private static final Unit INCOMING = new Unit(CloudWatchLogsModel.SERVICE.id(), "IncomingBytes");

  private final Groups groups;
  private final Events events;
  private final Tails tails;

  public PutLogEvents(Groups groups, Events events, Tails tails) {
    this.groups = groups;
    this.events = events;
    this.tails = tails;
  }

  @Override
  public Access access(Call call, PutLogEventsRequest input) {
    return LogAccess.toStream(call, name(), input.logGroupName(), input.logStreamName());
  }

  @Override
  public PutLogEventsResponse run(Call call, PutLogEventsRequest input) {
    Lacking.check(input);
    var group = groups.get(call.scope(), input.logGroupName());
    var batch = Batch.of(input.logEvents(), call.now(), group.retention());
    var stream = events.put(call.scope(), group, input.logStreamName(), batch.events(), call.now());
    call.meter(INCOMING, (double) batch.bytes());
    tails.put(
        call.scope(),
        input.logGroupName(),
        input.logStreamName(),
        batch.events(),
        call.now().toEpochMilli());
    return PutLogEventsResponse.builder()
        .nextSequenceToken(SequenceToken.of(stream))
        .rejectedLogEventsInfo(batch.rejected())
        .build();
  }
}
