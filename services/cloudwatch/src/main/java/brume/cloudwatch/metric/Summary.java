package brume.cloudwatch.metric;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What is kept of the values that were measured in a stretch of time.
///
/// @param values null where only a summary of them was told
public record Summary(
    double count, double sum, double minimum, double maximum, @Nullable Distribution values) {
  private static final int FIXED_BYTES = 4 * Double.BYTES;

  public static Summary of(double value, double count) {
    return new Summary(count, value * count, value, value, Distribution.of(value, count));
  }

  public Summary plus(Summary other) {
    return new Summary(
        count + other.count,
        sum + other.sum,
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum),
        values == null || other.values == null ? null : values.plus(other.values));
  }

  public byte[] encode() {
    var out = ByteBuffer.allocate(FIXED_BYTES + (values == null ? 0 : values.encodedBytes()));
    out.putDouble(count).putDouble(sum).putDouble(minimum).putDouble(maximum);
    if (values != null) {
      values.encode(out);
    }
    return out.array();
  }

  public static Summary decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    return new Summary(
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.hasRemaining() ? Distribution.decode(in) : null);
  }
}
