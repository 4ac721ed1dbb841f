package brume.lambda.invoke;

import brume.base.Arn;
import brume.base.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An asynchronous request that waits for its function.
///
/// @param function with the qualifier of the request
/// @param failures how often the function failed on it so far
/// @param refusals how often it could not be run so far
/// @param event one JSON value
record QueuedEvent(Arn function, String requestId, int failures, int refusals, Bytes event) {
  private static final int FAILURES = 2;
  private static final int REFUSALS = 3;

  QueuedEvent failed() {
    return new QueuedEvent(function, requestId, failures + 1, refusals, event);
  }

  QueuedEvent refused() {
    return new QueuedEvent(function, requestId, failures, refusals + 1, event);
  }

  /// The length of a line with all else, the line, and the event as it is.
  Bytes encode() {
    var head =
        "%s %s %d %d"
            .formatted(function, requestId, failures, refusals)
            .getBytes(StandardCharsets.UTF_8);
    var buffer = ByteBuffer.allocate(Integer.BYTES + head.length + event.length());
    buffer.putInt(head.length).put(head).put(event.shared());
    return Bytes.wrap(buffer.array());
  }

  /// Reads what [#encode] wrote.
  static QueuedEvent decode(Bytes bytes) {
    int end = Integer.BYTES + ByteBuffer.wrap(bytes.shared()).getInt();
    var words = bytes.slice(Integer.BYTES, end).toUtf8().split(" ");
    return new QueuedEvent(
        Arn.parse(words[0]).orElseThrow(),
        words[1],
        Integer.parseInt(words[FAILURES]),
        Integer.parseInt(words[REFUSALS]),
        bytes.slice(end, bytes.length()));
  }
}
