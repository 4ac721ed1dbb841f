package brume.logs;

import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.CreateLogStreamRequest;
import brume.model.logs.FilterLogEventsRequest;
import brume.model.logs.FilterLogEventsResponse;
import brume.model.logs.InputLogEvent;
import brume.model.logs.PutLogEventsRequest;
import brume.model.logs.PutLogEventsResponse;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.testing.Local;
import java.util.Arrays;
import java.util.List;

/// The service in memory, and shortcuts to its operations.
public final class LogsLocal {
  public static final long NOW = Local.START.toEpochMilli();

  public final Local local = new Local();

  public LogsLocal() {
    local.add(Logs.service(local.store));
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  public LogsLocal group(String name) {
    invoke(
        CloudWatchLogsModel.CREATE_LOG_GROUP,
        CreateLogGroupRequest.builder().logGroupName(name).build());
    return this;
  }

  public LogsLocal stream(String group, String name) {
    invoke(CloudWatchLogsModel.CREATE_LOG_STREAM, new CreateLogStreamRequest(group, name));
    return this;
  }

  /// Puts one event for each text: `offset message`, the offset from now in milliseconds.
  public PutLogEventsResponse put(String group, String stream, String... events) {
    return put(group, stream, Arrays.stream(events).map(LogsLocal::event).toList());
  }

  public PutLogEventsResponse put(String group, String stream, List<InputLogEvent> events) {
    return invoke(
        CloudWatchLogsModel.PUT_LOG_EVENTS,
        PutLogEventsRequest.builder()
            .logGroupName(group)
            .logStreamName(stream)
            .logEvents(events)
            .build());
  }

  public static InputLogEvent event(String offsetAndMessage) {
    var parts = offsetAndMessage.split(" ", 2);
    return new InputLogEvent(parts[1], NOW + Long.parseLong(parts[0]));
  }

  public FilterLogEventsResponse filter(FilterLogEventsRequest.Builder wanted) {
    return invoke(CloudWatchLogsModel.FILTER_LOG_EVENTS, wanted.build());
  }

  /// The messages of a group that a pattern lets through, each with its stream.
  public List<String> filtered(String group, String pattern) {
    var found = filter(FilterLogEventsRequest.builder().logGroupName(group).filterPattern(pattern));
    return found.events().stream()
        .map(event -> event.logStreamName() + ':' + event.message())
        .toList();
  }
}
