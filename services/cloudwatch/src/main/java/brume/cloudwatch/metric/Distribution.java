package brume.cloudwatch.metric;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How often which value was measured: exactly, as long as there are few different ones.
///
/// Where there are more than [#MAX_VALUES], values are rounded to the middles of buckets that grow
/// by a constant factor, and that factor is squared until they fit: the uniform collapse of
/// UDDSketch (Epicoco et al., 2020). The first rounding errs by 1 % at most, each further one by
/// about twice as much.
///
/// @param level how often the factor was squared, plus one; 0 for exact values
/// @param counts by value
public record Distribution(int level, NavigableMap<Double, Double> counts) {
  /// Different values that are kept; 16 bytes each.
  public static final int MAX_VALUES = 256;

  public static final Distribution EMPTY = new Distribution(0, new TreeMap<>());

  /// The relative error of the first rounding is (factor - 1) / (factor + 1).
  private static final double FIRST_FACTOR = 101.0 / 99.0;

  public Distribution {
    counts = Collections.unmodifiableNavigableMap(counts);
  }

  public static Distribution of(double value, double count) {
    var counts = new TreeMap<Double, Double>();
    counts.put(value, count);
    return new Distribution(0, counts);
  }

  public Distribution plus(Distribution other) {
    int common = Math.max(level, other.level);
    var sum = new TreeMap<Double, Double>();
    addRounded(counts, common, sum);
    addRounded(other.counts, common, sum);
    return bounded(common, sum);
  }

  /// The number of all measured values.
  public double total() {
    double total = 0;
    for (double count : counts.values()) {
      total += count;
    }
    return total;
  }

  /// A value rounded as those of a level are.
  static double rounded(double value, int level) {
    if (level == 0 || value == 0) {
      return value;
    }
    double factor = Math.pow(FIRST_FACTOR, Math.pow(2, level - 1));
    double bucket = Math.ceil(Math.log(Math.abs(value)) / Math.log(factor) - 1e-9);
    double middle = 2 * Math.pow(factor, bucket) / (factor + 1);
    return Math.copySign(middle, value);
  }

  private static Distribution bounded(int level, NavigableMap<Double, Double> counts) {
    int coarser = level;
    var fitting = counts;
    while (fitting.size() > MAX_VALUES) {
      coarser++;
      var rounded = new TreeMap<Double, Double>();
      addRounded(fitting, coarser, rounded);
      fitting = rounded;
    }
    return new Distribution(coarser, fitting);
  }

  private static void addRounded(
      NavigableMap<Double, Double> counts, int level, NavigableMap<Double, Double> to) {
    counts.forEach((value, count) -> to.merge(rounded(value, level), count, Double::sum));
  }

  int encodedBytes() {
    return 1 + Short.BYTES + counts.size() * 2 * Double.BYTES;
  }

  void encode(ByteBuffer out) {
    out.put((byte) level).putShort((short) counts.size());
    counts.forEach((value, count) -> out.putDouble(value).putDouble(count));
  }

  static Distribution decode(ByteBuffer in) {
    int level = in.get();
    int size = in.getShort();
    var counts = new TreeMap<Double, Double>();
    for (int i = 0; i < size; i++) {
      counts.put(in.getDouble(), in.getDouble());
    }
    return new Distribution(level, counts);
  }
}
