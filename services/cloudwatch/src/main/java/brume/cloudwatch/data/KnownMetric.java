package brume.cloudwatch.data;

import brume.model.cloudwatch.Metric;
import brume.shape.Kind;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A metric that has data, as the store lists it.
///
/// @param latest the begin of the last minute with data, in seconds since 1970
public record KnownMetric(Metric metric, long latest) implements Structure {
  static final StructureShape<KnownMetric> SHAPE =
      StructureShape.structure(
          "KnownMetric",
          KnownMetric::of,
          Member.of("metric", Metric.SHAPE),
          Member.of("latest", SimpleShape.of("Long", Kind.LONG)));

  private static KnownMetric of(@Nullable Object[] values) {
    return new KnownMetric(
        (Metric) Objects.requireNonNull(values[0]), (Long) Objects.requireNonNull(values[1]));
  }

  public boolean hasDataSince(Instant time) {
    return latest >= time.getEpochSecond();
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return index == 0 ? metric : latest;
  }
}
