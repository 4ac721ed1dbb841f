package brume.cloudwatch.watch;

import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.alarm.State;
import brume.cloudwatch.query.Queries;
import brume.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/// What an alarm's state is decided on, and how it is told.
///
/// @param points by the begins of their periods, in seconds since 1970
record Evidence(Alarm alarm, Queries.Span span, NavigableMap<Long, Double> points) {
  List<Optional<Boolean>> latestFirst() {
    var all = new ArrayList<Optional<Boolean>>();
    int period = alarm.period();
    for (long time = span.end() - period; time >= span.start(); time -= period) {
      all.add(Optional.ofNullable(points.get(time)).map(alarm::breaches));
    }
    return all;
  }

  String reason(State state) {
    var judgement = alarm.judgement();
    var there = latest();
    if (there.isEmpty()) {
      return (state == State.INSUFFICIENT_DATA ? "Insufficient Data: " : "Threshold Crossed: ")
          + judgement.evaluated()
          + (judgement.evaluated() == 1 ? " datapoint was unknown." : " datapoints were unknown.");
    }
    long breaching = there.stream().filter(alarm::breaches).count();
    return "Threshold Crossed: "
        + breaching
        + " out of the last "
        + there.size()
        + " datapoints "
        + there
        + " breached the threshold ("
        + alarm.description().threshold()
        + ", "
        + alarm.description().comparisonOperator()
        + "), of which "
        + judgement.required()
        + " make an alarm.";
  }

  private List<Double> latest() {
    return points.descendingMap().values().stream().limit(alarm.judgement().evaluated()).toList();
  }

  /// As `StateReasonData` has it.
  String data(Instant now) {
    return Json.object(
            "version", Json.of("1.0"),
            "queryDate", Json.of(now.toString()),
            "startDate", Json.of(Instant.ofEpochSecond(span.start()).toString()),
            "period", Json.of(alarm.period()),
            "recentDatapoints",
                new Json.Arr(
                    latest().reversed().stream()
                        .map(value -> (Json) new Json.Num(BigDecimal.valueOf(value)))
                        .toList()),
            "threshold",
                new Json.Num(
                    BigDecimal.valueOf(
                        java.util.Objects.requireNonNull(alarm.description().threshold()))))
        .print();
  }
}
