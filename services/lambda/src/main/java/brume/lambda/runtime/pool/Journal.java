package brume.lambda.runtime.pool;

import brume.base.Bytes;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.LogLine;
import brume.lambda.runtime.LogSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// The log of one environment: cuts what the function prints into lines, and keeps the tail of the
/// running request for `LogType=Tail`.
final class Journal {
  private final String stream;
  private final LogSink sink;
  private final InstantSource clock;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private final Tail tail = new Tail(Limits.LOG_TAIL_BYTES);

  Journal(String stream, LogSink sink, InstantSource clock) {
    this.stream = stream;
    this.sink = sink;
    this.clock = clock;
  }

  String stream() {
    return stream;
  }

  /// What the process printed next.
  synchronized void print(byte[] chunk) {
    int start = 0;
    for (int i = 0; i < chunk.length; i++) {
      boolean ends = chunk[i] == '\n';
      if (ends || partial.size() + i - start + 1 >= Limits.LOG_LINE_BYTES) {
        partial.write(chunk, start, i - start + 1);
        start = i + 1;
        finishLine();
      }
    }
    partial.write(chunk, start, chunk.length - start);
  }

  /// A line of the platform, after whatever the function left without an end.
  synchronized void write(String line) {
    finishLine();
    emit(line.getBytes(StandardCharsets.UTF_8));
  }

  /// The tail now begins empty.
  synchronized void begin() {
    finishLine();
    tail.clear();
  }

  synchronized Bytes tail() {
    return tail.bytes();
  }

  synchronized void finishLine() {
    if (partial.size() > 0) {
      var line = partial.toByteArray();
      partial.reset();
      emit(line);
    }
  }

  private void emit(byte[] line) {
    tail.add(line);
    sink.accept(stream, new LogLine(clock.instant(), new String(line, StandardCharsets.UTF_8)));
  }
}
