package brume.base;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Secure random numbers, drawn from the system in blocks: every request takes an id, and asking
/// for each of them made requests wait for one another.
final class SecureLongs implements RandomGenerator {
  private static final int BLOCK = 512;

  /// Each value is given out once.
  private static final class Block {
    private final long[] values;
    private final AtomicInteger next = new AtomicInteger();

    private Block(long[] values) {
      this.values = values;
    }
  }

  private final SecureRandom source = new SecureRandom();
  private volatile Block block = new Block(new long[0]);

  @Override
  public long nextLong() {
    while (true) {
      var current = block;
      int at = current.next.getAndIncrement();
      if (at < current.values.length) {
        return current.values[at];
      }
      replace(current);
    }
  }

  private synchronized void replace(Block empty) {
    if (block == empty) {
      var bytes = new byte[BLOCK * Long.BYTES];
      source.nextBytes(bytes);
      var values = new long[BLOCK];
      ByteBuffer.wrap(bytes).asLongBuffer().get(values);
      block = new Block(values);
    }
  }
}
