package brume.cloudwatch.watch;

import brume.base.Scope;
import brume.cloudwatch.alarm.Alarm;
import brume.cloudwatch.data.Alarms;
import brume.cloudwatch.data.Datapoints;
import brume.cloudwatch.data.Place;
import brume.cloudwatch.query.Queries;
import brume.service.Call;
import brume.service.Job;
import brume.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Evaluates alarms: once a minute, and those with periods below a minute every ten seconds.
///
/// The last period ends a little before now, so that what services counted in it is stored.
public final class Watching implements Job {
  private static final int MINUTE = 60;
  private static final int SHORT = 10;

  /// Twice the time in which counted values are stored.
  private static final int DELAY_SECONDS = 10;

  private final Store store;
  private final Datapoints datapoints;
  private final Alarms alarms;

  /// Up to when each alarm, as it was configured then, was evaluated by this process.
  private final Map<List<?>, Long> evaluated = new HashMap<>();

  public Watching(Store store, Datapoints datapoints, Alarms alarms) {
    this.store = store;
    this.datapoints = datapoints;
    this.alarms = alarms;
  }

  @Override
  public String name() {
    return "cloudwatch-alarms";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(SHORT);
  }

  @Override
  public void run(Call call) {
    List<Scope> places;
    try (var snapshot = store.snapshot()) {
      places = Place.all(snapshot);
    }
    var now = new HashMap<List<?>, Long>();
    for (var scope : places) {
      for (var alarm : alarms.all(scope)) {
        var key = List.of(alarm.arn(), alarm.description().alarmConfigurationUpdatedTimestamp());
        int step = alarm.period() < MINUTE ? SHORT : MINUTE;
        long second = call.now().getEpochSecond() - DELAY_SECONDS;
        long end = second - Math.floorMod(second, (long) step);
        now.put(key, end);
        if (evaluated.getOrDefault(key, 0L) != end) {
          evaluate(call.in(scope), alarm, end);
        }
      }
    }
    evaluated.clear();
    evaluated.putAll(now);
  }

  private void evaluate(Call call, Alarm alarm, long end) {
    var judgement = alarm.judgement();
    long start = end - (long) judgement.range() * alarm.period();
    var span = new Queries.Span(start, end, false);
    var watched =
        new Queries(alarm.queries()).over(datapoints, call.scope(), span).series(alarm.watched());
    var points = watched.size() == 1 ? watched.getFirst().values() : new TreeMap<Long, Double>();
    var evidence = new Evidence(alarm, span, points);
    judgement
        .of(evidence.latestFirst())
        .ifPresent(
            state ->
                alarms.enter(
                    call, alarm.name(), state, evidence.reason(state), evidence.data(call.now())));
  }
}
