package brume.lambda.invoke;

import brume.base.Arn;
import brume.base.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An asynchronous request that waits for its function.
///
/// @param function with the qualifier of the request
/// @param runs how often the function failed on it so far
/// @param event one JSON value
record QueuedEvent(Arn function, String requestId, int runs, Bytes event) {

  QueuedEvent failed() {
    return new QueuedEvent(function, requestId, runs + 1, event);
  }

  /// The length of a line with all else, the line, and the event as it is.
  Bytes encode() {
    var head =
        String.join(" ", function.toString(), requestId, Integer.toString(runs))
            .getBytes(StandardCharsets.UTF_8);
    var buffer = ByteBuffer.allocate(Integer.BYTES + head.length + event.length());
    buffer.putInt(head.length).put(head).put(event.shared());
    return Bytes.wrap(buffer.array());
  }

  static QueuedEvent decode(Bytes bytes) {
    int end = Integer.BYTES + ByteBuffer.wrap(bytes.shared()).getInt();
    var head = bytes.slice(Integer.BYTES, end).toUtf8().split(" ");
    return new QueuedEvent(
        Arn.parse(head[0]).orElseThrow(),
        head[1],
        Integer.parseInt(head[2]),
        bytes.slice(end, bytes.length()));
  }
}
