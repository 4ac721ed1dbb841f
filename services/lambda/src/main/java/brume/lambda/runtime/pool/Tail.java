package brume.lambda.runtime.pool;

import brume.base.Bytes;
import java.util.Arrays;

/// The last so many bytes of what was added.
final class Tail {
  private final byte[] ring;
  private long count;

  Tail(int size) {
    ring = new byte[size];
  }

  void add(byte[] bytes) {
    int from = Math.max(0, bytes.length - ring.length);
    count += from;
    for (int i = from; i < bytes.length; ) {
      int at = (int) (count % ring.length);
      int length = Math.min(bytes.length - i, ring.length - at);
      System.arraycopy(bytes, i, ring, at, length);
      i += length;
      count += length;
    }
  }

  void clear() {
    count = 0;
  }

  Bytes bytes() {
    if (count <= ring.length) {
      return Bytes.wrap(Arrays.copyOf(ring, (int) count));
    }
    int at = (int) (count % ring.length);
    var bytes = new byte[ring.length];
    System.arraycopy(ring, at, bytes, 0, ring.length - at);
    System.arraycopy(ring, 0, bytes, ring.length - at, at);
    return Bytes.wrap(bytes);
  }
}
