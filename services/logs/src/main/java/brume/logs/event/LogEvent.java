package brume.logs.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An event of a stream.
///
/// @param position where it lies in its stream
/// @param ingestion when it was put, in milliseconds since 1970
public record LogEvent(Position position, long ingestion, String message) {
  /// What each event counts beside its message, in bytes. Source: Amazon CloudWatch Logs API
  /// reference, "PutLogEvents".
  static final int OVERHEAD = 26;

  /// In milliseconds since 1970.
  public long timestamp() {
    return position.timestamp();
  }

  /// What it counts towards the bounds of batches and pages, and on the bill, in bytes.
  public int size() {
    return size(message);
  }

  static int size(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
  }

  public byte[] encode() {
    var text = message.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + text.length).putLong(ingestion).put(text).array();
  }

  /// Reads what [#encode] wrote.
  public static LogEvent decode(Position position, byte[] bytes) {
    var message = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    return new LogEvent(position, ByteBuffer.wrap(bytes).getLong(), message);
  }
}
