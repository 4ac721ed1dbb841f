/// Amazon CloudWatch: metrics, what was measured of them, and alarms.
///
/// Where it differs from AWS: data is found as soon as it is put; up to 256 different values of a
/// stretch of time are kept exactly, and percentiles and the bounds of trimmed statistics are
/// nearest ranks; of the functions of metric math, those of anomaly detection, Contributor Insights
/// and service quotas are refused; of the actions of alarms there are Lambda functions only.
///
/// Start with [CloudWatch], then `operation` and `data`.
@NullMarked
package brume.cloudwatch;

import org.jspecify.annotations.NullMarked;
