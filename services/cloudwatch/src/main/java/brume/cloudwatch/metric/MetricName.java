package brume.cloudwatch.metric;

import brume.model.cloudwatch.Dimension;
import brume.model.cloudwatch.Metric;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What tells a metric from all others of its account and region.
///
/// @param dimensions in the order of their names, which has no meaning
public record MetricName(String namespace, String name, SortedMap<String, String> dimensions) {
  /// Of a digest that no two metrics share by chance.
  private static final int DIGEST_BYTES = 16;

  public MetricName {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  public static MetricName of(String namespace, String name, Map<String, String> dimensions) {
    return new MetricName(namespace, name, new TreeMap<>(dimensions));
  }

  public static MetricName of(String namespace, String name, @Nullable List<Dimension> dimensions) {
    var sorted = new TreeMap<String, String>();
    if (dimensions != null) {
      dimensions.forEach(dimension -> sorted.put(dimension.name(), dimension.value()));
    }
    return new MetricName(namespace, name, sorted);
  }

  /// Of a metric that names its namespace and itself.
  public static MetricName of(Metric metric) {
    return of(
        Objects.requireNonNull(metric.namespace()),
        Objects.requireNonNull(metric.metricName()),
        metric.dimensions());
  }

  public Metric toModel() {
    return new Metric(
        dimensions.entrySet().stream()
            .map(entry -> new Dimension(entry.getKey(), entry.getValue()))
            .toList(),
        name,
        namespace);
  }

  /// Short, and another one for every metric.
  public String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      feed(sha, namespace);
      feed(sha, name);
      dimensions.forEach(
          (dimension, value) -> {
            feed(sha, dimension);
            feed(sha, value);
          });
      return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void feed(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }
}
