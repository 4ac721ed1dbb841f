package brume.server;

import brume.base.Scope;
import brume.http.QueryString;
import brume.json.Json;
import brume.service.Regions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The page that tells how far regions are from each other, and changes it.
final class Distances {
  private static final Pattern DELAY = Pattern.compile("(\\d{1,6})(ms|s)");

  private final Regions regions;

  Distances(Regions regions) {
    this.regions = regions;
  }

  Json json() {
    return Json.object(
        "distances", new Json.Arr(regions.all().stream().map(Distances::describe).toList()));
  }

  private static Json describe(Regions.Distance distance) {
    return Json.object(
        "regions",
        new Json.Arr(java.util.List.of(Json.of(distance.one()), Json.of(distance.other()))),
        "delayMillis",
        Json.of(distance.delay().toMillis()),
        "cut",
        Json.of(distance.isCut()));
  }

  /// Throws [IllegalArgumentException] when the query does not say what to change.
  ///
  /// @param query `change` is `delay`, `cut` or `heal`; `one` and `other` are regions; `delay` is
  ///   such as `80ms` or `2s`
  void change(String query) {
    var fields = new HashMap<String, String>();
    QueryString.parse(query)
        .parameters()
        .forEach(parameter -> fields.put(parameter.name(), parameter.value()));
    var one = region(fields, "one");
    var other = region(fields, "other");
    if (one.equals(other)) {
      throw new IllegalArgumentException("A region has no distance from itself");
    }
    switch (fields.getOrDefault("change", "")) {
      case "delay" -> regions.delay(one, other, delay(fields.getOrDefault("delay", "")));
      case "cut" -> regions.cut(one, other);
      case "heal" -> regions.heal(one, other);
      case String unknown ->
          throw new IllegalArgumentException("change is delay, cut or heal, not: " + unknown);
    }
  }

  private static String region(Map<String, String> fields, String name) {
    var region = fields.getOrDefault(name, "");
    if (!Scope.isRegion(region)) {
      throw new IllegalArgumentException("Not the name of a region: " + region);
    }
    return region;
  }

  private static Duration delay(String text) {
    var parts = DELAY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A delay is such as 80ms or 2s, not: " + text);
    }
    long number = Long.parseLong(parts.group(1));
    return "s".equals(parts.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }
}
