package brume.wire.event;

import brume.shape.ServiceException;
import brume.shape.Structure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/// The frames of events as they come: a read waits for the next event and ends with it.
final class EventInput extends InputStream {

  private final Iterable<?> events;
  private final Iterator<?> iterator;
  private final EventWriter writer;
  private byte[] frame;
  private int at;
  private boolean ended;

  /// @param first what is sent before the events
  EventInput(Iterable<?> events, EventWriter writer, byte[] first) {
    this.events = events;
    this.writer = writer;
    iterator = events.iterator();
    frame = first;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    while (at == frame.length) {
      if (ended || !advance()) {
        return -1;
      }
    }
    int count = Math.min(length, frame.length - at);
    System.arraycopy(frame, at, bytes, offset, count);
    at += count;
    return count;
  }

  private boolean advance() {
    at = 0;
    try {
      if (!iterator.hasNext()) {
        ended = true;
        return false;
      }
      frame = writer.event((Structure) iterator.next());
    } catch (ServiceException failure) {
      ended = true;
      frame = writer.failure(failure);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    if (events instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
