package brume.cloudwatch.data;

import brume.base.Scope;
import brume.json.Json;
import brume.model.cloudwatch.MetricAlarm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a function is told of an alarm's change.
///
/// Source: Amazon CloudWatch User Guide, "Invoke a Lambda function from an alarm". The metrics in
/// the configuration are those of the alarm's metric; formulas are told by their expressions.
final class Event {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  private Event() {}

  static Json of(Scope scope, MetricAlarm before, MetricAlarm after) {
    var data =
        Json.object(
            "alarmName", text(after.alarmName()),
            "state", state(after),
            "previousState", state(before),
            "configuration",
                Json.object(
                    "description", text(after.alarmDescription()), "metrics", metrics(after)));
    return Json.object(
        "source", Json.of("aws.cloudwatch"),
        "alarmArn", text(after.alarmArn()),
        "accountId", Json.of(scope.account()),
        "time", time(after.stateUpdatedTimestamp()),
        "region", Json.of(scope.region()),
        "alarmData", data);
  }

  private static Json state(MetricAlarm alarm) {
    return Json.object(
        "value", text(alarm.stateValue()),
        "reason", text(alarm.stateReason()),
        "reasonData", text(alarm.stateReasonData()),
        "timestamp", time(alarm.stateUpdatedTimestamp()));
  }

  private static Json metrics(MetricAlarm alarm) {
    var queries = new brume.cloudwatch.alarm.Alarm(alarm, java.util.List.of()).queries();
    return new Json.Arr(
        queries.stream()
            .map(
                query -> {
                  var told = new LinkedHashMap<String, Json>();
                  told.put("id", Json.of(query.id()));
                  if (query.expression() != null) {
                    told.put("expression", Json.of(query.expression()));
                  }
                  var stat = query.metricStat();
                  if (stat != null) {
                    told.put(
                        "metricStat",
                        Json.object(
                            "metric", metric(stat.metric()),
                            "period", Json.of(stat.period()),
                            "stat", Json.of(stat.stat())));
                  }
                  told.put("returnData", new Json.Bool(!Boolean.FALSE.equals(query.returnData())));
                  return (Json) new Json.Obj(told);
                })
            .toList());
  }

  private static Json metric(brume.model.cloudwatch.Metric metric) {
    Map<String, Json> dimensions = new LinkedHashMap<>();
    if (metric.dimensions() != null) {
      metric
          .dimensions()
          .forEach(dimension -> dimensions.put(dimension.name(), Json.of(dimension.value())));
    }
    return Json.object(
        "namespace", text(metric.namespace()),
        "name", text(metric.metricName()),
        "dimensions", new Json.Obj(dimensions));
  }

  private static Json text(@Nullable String text) {
    return Json.of(text == null ? "" : text);
  }

  private static Json time(@Nullable Instant time) {
    return text(time == null ? null : TIME.format(time));
  }
}
