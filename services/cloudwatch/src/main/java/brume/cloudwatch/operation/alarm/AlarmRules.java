package brume.cloudwatch.operation.alarm;

import static brume.model.cloudwatch.CloudWatchError.INVALID_PARAMETER_COMBINATION_EXCEPTION;
import static brume.model.cloudwatch.CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.cloudwatch.CloudWatchError.MISSING_REQUIRED_PARAMETER_EXCEPTION;

import brume.cloudwatch.alarm.Missing;
import brume.cloudwatch.query.Queries;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.PutMetricAlarmInput;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an alarm may be.
///
/// Source: Amazon CloudWatch API reference, "PutMetricAlarm".
final class AlarmRules {
  private static final Pattern FUNCTION =
      Pattern.compile("arn:aws:lambda:[^:]+:\\d{12}:function:.+");
  private static final Pattern SEARCH = Pattern.compile("(?i)\\bSEARCH\\s*\\(");
  private static final Set<Integer> SHORT_PERIODS = Set.of(10, 20, 30);
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  /// Of one state.
  private static final int MAX_ACTIONS = 5;

  /// Seconds that all evaluated periods may span: a day, or a week where they are an hour or more.
  private static final int MAX_SPAN = 86_400;

  private static final int MAX_LONG_SPAN = 604_800;

  private AlarmRules() {}

  static void check(PutMetricAlarmInput input) {
    lacking("EvaluationCriteria", input.evaluationCriteria() != null);
    lacking("EvaluationInterval", input.evaluationInterval() != null);
    lacking("ThresholdMetricId", input.thresholdMetricId() != null);
    lacking(
        "EvaluateLowSampleCountPercentile ignore",
        "ignore".equals(input.evaluateLowSampleCountPercentile()));
    var operator = required("ComparisonOperator", input.comparisonOperator());
    lacking(
        "ComparisonOperator " + operator,
        operator.endsWith("UpperThreshold") || operator.endsWith("LowerThreshold"));
    double threshold = required("Threshold", input.threshold());
    if (!Double.isFinite(threshold)) {
      throw invalid("The parameter Threshold must be a number.");
    }
    int evaluated = required("EvaluationPeriods", input.evaluationPeriods());
    if (input.datapointsToAlarm() != null && input.datapointsToAlarm() > evaluated) {
      throw invalid("The parameter DatapointsToAlarm must not be greater than EvaluationPeriods.");
    }
    var _ = Missing.of(input.treatMissingData(), input.namespace());
    actions(input.okActions());
    actions(input.alarmActions());
    actions(input.insufficientDataActions());
    if (input.metrics() == null) {
      checkMetric(input, evaluated);
    } else {
      checkFormula(input, input.metrics(), evaluated);
    }
  }

  private static void checkMetric(PutMetricAlarmInput input, int evaluated) {
    var _ = required("Namespace", input.namespace());
    var _ = required("MetricName", input.metricName());
    checkPeriod(required("Period", input.period()), evaluated);
    if ((input.statistic() == null) == (input.extendedStatistic() == null)) {
      throw INVALID_PARAMETER_COMBINATION_EXCEPTION.because(
          "Exactly one of the parameters Statistic and ExtendedStatistic must be specified.");
    }
    if (input.extendedStatistic() != null) {
      var _ = Queries.statistic(input.extendedStatistic());
    }
  }

  private static void checkPeriod(int period, int evaluated) {
    if (period % MINUTE != 0 && !SHORT_PERIODS.contains(period)) {
      throw invalid("The parameter Period must be 10, 20, 30 or a multiple of 60.");
    }
    if ((long) period * evaluated > (period < HOUR ? MAX_SPAN : MAX_LONG_SPAN)) {
      throw invalid(
          "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <="
              + " 86400), or a week for periods of at least an hour.");
    }
  }

  private static void checkFormula(
      PutMetricAlarmInput input, List<MetricDataQuery> metrics, int evaluated) {
    if (input.metricName() != null || input.namespace() != null || input.period() != null) {
      throw INVALID_PARAMETER_COMBINATION_EXCEPTION.because(
          "Metrics must not be given together with MetricName, Namespace or Period.");
    }
    var _ = new Queries(metrics);
    long periods = 0;
    long returned = 0;
    for (var query : metrics) {
      if (query.metricStat() != null) {
        checkPeriod(query.metricStat().period(), evaluated);
        periods += 1;
      }
      returned += Boolean.FALSE.equals(query.returnData()) ? 0 : 1;
      if (query.expression() != null && SEARCH.matcher(query.expression()).find()) {
        throw invalid("SEARCH is not supported on Metric Alarms.");
      }
    }
    if (periods == 0) {
      throw invalid("At least one element of the metrics list should be a metric.");
    }
    if (returned != 1) {
      throw invalid("Exactly one element of the metrics list should return data.");
    }
    long different =
        metrics.stream()
            .filter(query -> query.metricStat() != null)
            .map(query -> query.metricStat().period())
            .distinct()
            .count();
    if (different > 1) {
      throw invalid("All metrics of the metrics list must have the same period.");
    }
  }

  private static void actions(@Nullable List<String> actions) {
    if (actions == null) {
      return;
    }
    if (actions.size() > MAX_ACTIONS) {
      throw invalid("No more than " + MAX_ACTIONS + " actions per state are allowed.");
    }
    for (var action : actions) {
      lacking("the alarm action " + action, !FUNCTION.matcher(action).matches());
    }
  }

  private static void lacking(String what, boolean isGiven) {
    if (isGiven) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume's CloudWatch does not have " + what + " yet");
    }
  }

  private static ServiceException invalid(String text) {
    return INVALID_PARAMETER_VALUE_EXCEPTION.because(text);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw MISSING_REQUIRED_PARAMETER_EXCEPTION.because("The parameter " + name + " is required.");
    }
    return value;
  }
}
