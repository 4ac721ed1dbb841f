package brume.server;

import brume.frontdoor.meter.Exposition;
import brume.frontdoor.meter.Meter;
import brume.frontdoor.meter.Units;
import brume.json.Json;
import brume.service.Service;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What runs, how much it served since it was started, and on what disk it keeps its things.
///
/// @param started when it became ready
record Overview(
    Options options, Place place, Services services, Meter meter, Units units, Instant started) {
  /// Of one service, or one kind of site.
  private record Sum(long requests, long refused, long failed, long nanos) {
    static final Sum ZERO = new Sum(0, 0, 0, 0);

    Sum plus(int status, Meter.Count count) {
      long n = count.requests();
      return new Sum(
          requests + n,
          refused + (status == 4 ? n : 0),
          failed + (status == 5 ? n : 0),
          nanos + count.duration().toNanos());
    }

    Json.Obj json() {
      return Json.object(
          "requests", Json.of(requests),
          "refused", Json.of(refused),
          "failed", Json.of(failed),
          "micros", Json.of(nanos / 1_000));
    }
  }

  Json.Obj json() throws IOException {
    return Json.object(
        "started", Json.of(started.toString()),
        "account", Json.of(options.home().account()),
        "region", Json.of(options.home().region()),
        "data", place.passing() ? Json.ofNull() : Json.of(place.folder().toString()),
        "disk", disk(),
        "services", new Json.Arr(services.all().stream().map(Overview::service).toList()),
        "traffic", traffic(),
        "units", used());
  }

  /// To everybody: that it is there, and what a client has to know beforehand.
  ///
  /// @param developmentKey whether whoever asks may use the development key
  Json.Obj health(boolean developmentKey) {
    var names = services.all().stream().map(service -> Json.of(service.shape().id())).toList();
    return Json.object(
        "status", Json.of("ready"),
        "services", new Json.Arr(names),
        "region", Json.of(options.home().region()),
        "developmentKey", Json.of(options.developmentKey() && developmentKey));
  }

  /// All counts, in Prometheus' text format.
  String metrics() {
    return Exposition.of(meter) + Exposition.of(units) + services.metrics();
  }

  private Json disk() throws IOException {
    var disk = Files.getFileStore(place.folder());
    return Json.object(
        "bytes", Json.of(disk.getTotalSpace()), "free", Json.of(disk.getUsableSpace()));
  }

  private static Json service(Service service) {
    return Json.object(
        "id", Json.of(service.shape().id()),
        "operations", Json.of(service.operations().size()),
        "ofApi", Json.of(service.shape().operations().size()));
  }

  private Json traffic() {
    var sums = new HashMap<String, Sum>();
    meter
        .counts()
        .forEach(
            (series, count) ->
                sums.compute(
                    series.service(),
                    (_, sum) -> (sum == null ? Sum.ZERO : sum).plus(series.status(), count)));
    Map<String, Json> sorted = new TreeMap<>();
    sums.forEach((name, sum) -> sorted.put(name, sum.json()));
    return new Json.Obj(sorted);
  }

  /// What all accounts used in all regions, by service and unit.
  private Json used() {
    var byService = new TreeMap<String, Map<String, Double>>();
    units
        .sums()
        .forEach(
            (series, amount) ->
                byService
                    .computeIfAbsent(series.unit().service(), _ -> new TreeMap<>())
                    .merge(series.unit().name(), amount, Double::sum));
    Map<String, Json> services = new LinkedHashMap<>();
    byService.forEach(
        (service, amounts) -> {
          Map<String, Json> named = new LinkedHashMap<>();
          amounts.forEach((unit, sum) -> named.put(unit, new Json.Num(BigDecimal.valueOf(sum))));
          services.put(service, new Json.Obj(named));
        });
    return new Json.Obj(services);
  }
}
