package brume.lambda.invoke;

import static brume.model.logs.CloudWatchLogsError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.base.Arn;
import brume.lambda.runtime.LogLine;
import brume.lambda.runtime.LogSink;
import brume.model.logs.CloudWatchLogsModel;
import brume.model.logs.CreateLogGroupRequest;
import brume.model.logs.CreateLogStreamRequest;
import brume.model.logs.InputLogEvent;
import brume.model.logs.PutLogEventsRequest;
import brume.service.Call;
import brume.shape.ServiceException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Writes what functions print to CloudWatch Logs, in each function's own name.
///
/// The threads that feed functions never wait for it: what does not fit into its queue, and what a
/// function may not write, is dropped and counted.
public final class LogShipper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LogShipper.class.getName());

  /// Characters that wait to be written.
  private static final long QUEUE_CHARACTERS = 16 * 1024 * 1024;

  /// How long the first line waits for others to go with it.
  private static final Duration LINGER = Duration.ofMillis(50);

  /// How long closing waits for the rest to be written.
  private static final Duration LAST = Duration.ofSeconds(5);

  /// Lines of one `PutLogEvents`, which bounds events and bytes. Source: Amazon CloudWatch Logs API
  /// reference, "PutLogEvents".
  private static final int BATCH_LINES = 10_000;

  private static final int BATCH_BYTES = 1_048_576;
  private static final int OVERHEAD_BYTES = 26;

  /// Bytes of a character in UTF-8, at most.
  private static final int CHARACTER_BYTES = 3;

  private final RoleSessions sessions;
  private final LinkedBlockingQueue<Line> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param function without a version
  /// @param role its execution role
  private record Source(Arn function, String role, String group) {}

  private record Stream(Source source, String name) {}

  private record Line(Stream stream, LogLine line) {}

  public LogShipper(RoleSessions sessions) {
    this.sessions = sessions;
    thread = Thread.ofVirtual().name("lambda-logs").start(this::ship);
  }

  /// Takes the log of one function.
  LogSink sink(Arn function, String role, String group) {
    var source = new Source(function, role, group);
    return (stream, line) -> offer(new Line(new Stream(source, stream), line));
  }

  private void offer(Line line) {
    int length = line.line.text().length();
    if (closed.getCount() == 0 || waiting.addAndGet(length) > QUEUE_CHARACTERS) {
      waiting.addAndGet(-length);
      dropped.incrementAndGet();
    } else {
      queue.add(line);
    }
  }

  /// Lines so far that were not written.
  public long dropped() {
    return dropped.get();
  }

  private void ship() {
    try {
      while (!closed.await(LINGER.toMillis(), TimeUnit.MILLISECONDS) || !queue.isEmpty()) {
        var lines = new ArrayList<Line>();
        queue.drainTo(lines, BATCH_LINES);
        ship(lines);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void ship(List<Line> lines) {
    var streams = new LinkedHashMap<Stream, List<LogLine>>();
    for (var line : lines) {
      waiting.addAndGet(-line.line.text().length());
      streams.computeIfAbsent(line.stream, _ -> new ArrayList<>()).add(line.line);
    }
    streams.forEach(
        (stream, all) -> {
          for (var batch : batches(all)) {
            write(stream, batch);
          }
        });
  }

  private static List<List<LogLine>> batches(List<LogLine> lines) {
    var batches = new ArrayList<List<LogLine>>();
    int bytes = BATCH_BYTES;
    for (var line : lines) {
      int length = line.text().length() * CHARACTER_BYTES + OVERHEAD_BYTES;
      if (bytes + length > BATCH_BYTES) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      bytes += length;
      batches.getLast().add(line);
    }
    return batches;
  }

  private void write(Stream stream, List<LogLine> lines) {
    try {
      var call = sessions.callAs(stream.source.function, stream.source.role);
      try {
        put(call, stream, lines);
      } catch (ServiceException e) {
        if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
          throw e;
        }
        create(call, stream);
        put(call, stream, lines);
      }
    } catch (RuntimeException e) {
      dropped.addAndGet(lines.size());
      LOG.log(
          Level.WARNING,
          "{0} lines of {1} are lost: {2}",
          lines.size(),
          stream.source.function,
          e.getMessage());
    }
  }

  private static void put(Call call, Stream stream, List<LogLine> lines) {
    var events =
        lines.stream()
            .sorted(Comparator.comparing(LogLine::time))
            .map(line -> new InputLogEvent(line.text(), line.time().toEpochMilli()))
            .toList();
    call.invoke(
        CloudWatchLogsModel.PUT_LOG_EVENTS,
        PutLogEventsRequest.builder()
            .logGroupName(stream.source.group)
            .logStreamName(stream.name)
            .logEvents(events)
            .build());
  }

  /// A group or stream that is there already is welcome; one that the function may not create makes
  /// the writing that follows fail.
  private static void create(Call call, Stream stream) {
    var group = stream.source.group;
    attempt(
        () ->
            call.invoke(
                CloudWatchLogsModel.CREATE_LOG_GROUP,
                CreateLogGroupRequest.builder().logGroupName(group).build()));
    attempt(
        () ->
            call.invoke(
                CloudWatchLogsModel.CREATE_LOG_STREAM,
                new CreateLogStreamRequest(group, stream.name)));
  }

  private static void attempt(Runnable creation) {
    try {
      creation.run();
    } catch (ServiceException e) {
      LOG.log(Level.DEBUG, "Not created: {0}", e.message());
    }
  }

  /// Writes what waits, for a bounded time.
  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.join(LAST)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
