package brume.s3.data;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// What stored bytes say, read once and remembered by the bytes: the store is asked each time, and
/// so nothing is ever out of date.
final class Decoded<T> {
  /// Of stored bytes. Beyond it all is forgotten, which costs no more than reading it again.
  static final int MAX_BYTES = 1 << 20;

  private final ConcurrentHashMap<ByteBuffer, T> remembered = new ConcurrentHashMap<>();
  private final AtomicInteger bytes = new AtomicInteger();
  private final Function<byte[], T> decode;

  Decoded(Function<byte[], T> decode) {
    this.decode = decode;
  }

  T of(byte[] stored) {
    var key = ByteBuffer.wrap(stored);
    var known = remembered.get(key);
    if (known != null) {
      return known;
    }
    var read = decode.apply(stored);
    if (stored.length <= MAX_BYTES && remembered.putIfAbsent(key, read) == null) {
      if (bytes.addAndGet(stored.length) > MAX_BYTES) {
        remembered.clear();
        bytes.set(0);
      }
    }
    return read;
  }

  /// How many values it holds.
  int size() {
    return remembered.size();
  }
}
