package brume.lambda.invoke;

import brume.base.Ids;
import java.nio.ByteBuffer;
import java.time.Instant;

/// What requests draw by lot.
final class Randomness {
  private static final int TRACE_DIGITS = 24;
  private static final int SEGMENT_DIGITS = 16;
  private static final int FRACTION_BITS = 53;

  private Randomness() {}

  /// From 0 to before 1.
  static double fraction(Ids ids) {
    long bits = ByteBuffer.wrap(ids.bytes(Long.BYTES)).getLong() >>> (Long.SIZE - FRACTION_BITS);
    return (double) bits / (1L << FRACTION_BITS);
  }

  /// The id under which an unsampled request would be traced. Source: AWS X-Ray Developer Guide,
  /// "Tracing header".
  static String traceId(Ids ids, Instant now) {
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(now.getEpochSecond(), ids.hex(TRACE_DIGITS), ids.hex(SEGMENT_DIGITS));
  }
}
