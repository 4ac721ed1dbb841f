package brume.lambda.runtime.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;

/// What a process prints, in order.
///
/// One thread waits in [#pump]. Anyone may call [#drain], which hands over all that was printed
/// before the call: since a function prints before it answers, draining at the answer attributes
/// every line to its request.
public final class LogPipe implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = Native.buffer(arena, CHUNK_BYTES);
  private final Consumer<byte[]> consumer;
  private final int reader;
  private final int writer;
  private boolean writing = true;
  private boolean open = true;

  /// Hands chunks to `consumer`, one at a time.
  LogPipe(Consumer<byte[]> consumer) throws IOException {
    this.consumer = consumer;
    var ends = Native.pipe();
    reader = ends[0];
    writer = ends[1];
  }

  /// A name by which a child process can open the writing end.
  File writingEnd() {
    return new File("/proc/self/fd/" + writer);
  }

  /// Blocks until every writer is gone.
  void pump() throws IOException {
    do {
      Native.awaitReadable(reader);
    } while (drain());
  }

  /// Whether more may follow.
  public synchronized boolean drain() throws IOException {
    while (open) {
      int count = Native.read(reader, buffer);
      if (count == Native.NOTHING_NOW) {
        return true;
      }
      if (count == 0) {
        return false;
      }
      consumer.accept(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
    }
    return false;
  }

  /// Brume itself stops holding the writing end, so that [#pump] ends with the last process.
  synchronized void closeWriter() throws IOException {
    if (writing) {
      writing = false;
      Native.close(writer);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closeWriter();
    if (open) {
      open = false;
      Native.close(reader);
      arena.close();
    }
  }
}
