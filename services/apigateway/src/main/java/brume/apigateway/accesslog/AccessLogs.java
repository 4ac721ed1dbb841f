package brume.apigateway.accesslog;

import static brume.model.logs.CloudWatchLogsError.RESOURCE_ALREADY_EXISTS_EXCEPTION;

import brume.apigateway.gateway.Roles;
import brume.base.Arn;
import brume.base.Scope;
import brume.json.Json;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogStreamRequest;
import brume.model.logs.InputLogEvent;
import brume.model.logs.PutLogEventsRequest;
import brume.service.Call;
import brume.service.Job;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Delivers the access logs of all stages.
public final class AccessLogs implements Job {
  private static final System.Logger LOG = System.getLogger(AccessLogs.class.getName());

  /// Lines. More of them than these in a second are lost.
  private static final int MAX_WAITING = 100_000;

  /// Events of a delivery. Source: CloudWatch Logs API reference, "PutLogEvents".
  private static final int MAX_EVENTS = 1_000;

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

  /// Where lines go.
  ///
  /// @param scope of the API
  /// @param api its id
  /// @param role as which they are put; null for API Gateway itself
  public record Stream(
      Scope scope, String api, String stage, Destination destination, @Nullable String role) {
    String name() {
      return api + '/' + stage;
    }
  }

  private record Line(Stream stream, Instant at, String text) {}

  /// Takes a line, unless too many wait.
  public void add(Stream stream, String format, Json.Obj context, Instant at) {
    var _ = waiting.offer(new Line(stream, at, new LineFormat(format).line(context)));
  }

  @Override
  public String name() {
    return "apigateway-access-logs";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run(Call call) {
    var lines = new ArrayList<Line>();
    waiting.drainTo(lines);
    var byStream = new LinkedHashMap<Stream, List<InputLogEvent>>();
    for (var line : lines) {
      byStream
          .computeIfAbsent(line.stream, _ -> new ArrayList<>())
          .add(new InputLogEvent(line.text, line.at.toEpochMilli()));
    }
    for (var entry : byStream.entrySet()) {
      try {
        deliver(call, entry);
      } catch (ServiceException refused) {
        LOG.log(
            Level.WARNING,
            "The access log of {0} cannot be written: {1}",
            entry.getKey().name(),
            refused.message());
      }
    }
  }

  private static void deliver(Call call, Map.Entry<Stream, List<InputLogEvent>> entry) {
    var stream = entry.getKey();
    var source = Arn.of("execute-api", stream.scope, stream.api + '/' + stream.stage);
    var caller =
        Roles.caller(call.in(stream.scope), source, stream.role).in(stream.destination.scope());
    var group = stream.destination.group();
    try {
      caller.invoke(
          CloudWatchLogsModel.CREATE_LOG_STREAM, new CreateLogStreamRequest(group, stream.name()));
    } catch (ServiceException refused) {
      if (refused.error() != RESOURCE_ALREADY_EXISTS_EXCEPTION) {
        throw refused;
      }
    }
    var events = entry.getValue();
    for (int from = 0; from < events.size(); from += MAX_EVENTS) {
      caller.invoke(
          CloudWatchLogsModel.PUT_LOG_EVENTS,
          PutLogEventsRequest.builder()
              .logGroupName(group)
              .logStreamName(stream.name())
              .logEvents(events.subList(from, Math.min(from + MAX_EVENTS, events.size())))
              .build());
    }
  }
}
