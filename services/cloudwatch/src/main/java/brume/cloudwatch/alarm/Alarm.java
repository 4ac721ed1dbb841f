package brume.cloudwatch.alarm;

import brume.model.cloudwatch.Metric;
import brume.model.cloudwatch.MetricAlarm;
import brume.model.cloudwatch.MetricDataQuery;
import brume.model.cloudwatch.MetricStat;
import brume.model.cloudwatch.Tag;
import brume.shape.Constraint;
import brume.shape.ListShape;
import brume.shape.Member;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A metric alarm as the store keeps it.
public record Alarm(MetricAlarm description, List<Tag> tags) implements Structure {
  public static final StructureShape<Alarm> SHAPE =
      StructureShape.structure(
          "Alarm",
          Alarm::of,
          Member.of("description", MetricAlarm.SHAPE),
          Member.of(
              "tags",
              new ListShape("Tags", Member.of("member", Tag.SHAPE), false, Constraint.NONE)));

  /// The id of the one query of an alarm on a metric.
  private static final String OWN = "m1";

  @SuppressWarnings("unchecked")
  private static Alarm of(@Nullable Object[] values) {
    return new Alarm(
        (MetricAlarm) Objects.requireNonNull(values[0]),
        values[1] == null ? List.of() : (List<Tag>) values[1]);
  }

  public String name() {
    return Objects.requireNonNull(description.alarmName());
  }

  public String arn() {
    return Objects.requireNonNull(description.alarmArn());
  }

  public State state() {
    return State.valueOf(Objects.requireNonNull(description.stateValue()));
  }

  public Judgement judgement() {
    int evaluated = Objects.requireNonNull(description.evaluationPeriods());
    var required = description.datapointsToAlarm();
    return new Judgement(
        required == null ? evaluated : required,
        evaluated,
        Missing.of(description.treatMissingData(), description.namespace()));
  }

  /// In seconds, of the metric or the shortest of the formula.
  public int period() {
    return queries().stream()
        .map(query -> query.metricStat() == null ? query.period() : query.metricStat().period())
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .min()
        .orElse(60);
  }

  /// What it watches.
  public List<MetricDataQuery> queries() {
    if (description.metrics() != null) {
      return description.metrics();
    }
    var statistic =
        description.statistic() == null ? description.extendedStatistic() : description.statistic();
    var stat =
        MetricStat.builder()
            .metric(
                new Metric(
                    description.dimensions(), description.metricName(), description.namespace()))
            .period(Objects.requireNonNull(description.period()))
            .stat(Objects.requireNonNull(statistic))
            .unit(description.unit())
            .build();
    return List.of(MetricDataQuery.builder().id(OWN).metricStat(stat).returnData(true).build());
  }

  /// The query whose values are compared.
  public String watched() {
    return queries().stream()
        .filter(query -> !Boolean.FALSE.equals(query.returnData()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  public boolean breaches(double value) {
    double threshold = Objects.requireNonNull(description.threshold());
    return switch (Objects.requireNonNull(description.comparisonOperator())) {
      case "GreaterThanOrEqualToThreshold" -> value >= threshold;
      case "GreaterThanThreshold" -> value > threshold;
      case "LessThanThreshold" -> value < threshold;
      default -> value <= threshold;
    };
  }

  /// What is done on entering a state.
  public List<String> actions(State state) {
    var actions =
        switch (state) {
          case OK -> description.okActions();
          case ALARM -> description.alarmActions();
          case INSUFFICIENT_DATA -> description.insufficientDataActions();
        };
    boolean isOff = Boolean.FALSE.equals(description.actionsEnabled());
    return actions == null || isOff ? List.of() : actions;
  }

  public Alarm with(MetricAlarm other) {
    return new Alarm(other, tags);
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public Object member(int index) {
    return index == 0 ? description : tags;
  }
}
