package brume.cloudwatch.data;

import brume.cloudwatch.metric.MetricName;
import brume.cloudwatch.metric.Summary;
import java.time.Instant;

/// Values of a metric that were measured at one time.
///
/// @param isHighResolution whether it is kept by the second, too
public record Sample(
    MetricName metric, Instant time, String unit, boolean isHighResolution, Summary summary) {}
