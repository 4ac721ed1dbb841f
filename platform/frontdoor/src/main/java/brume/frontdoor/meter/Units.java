package brume.frontdoor.meter;

import brume.base.Scope;
import brume.service.Metering;
import brume.service.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/// Sums units by account, region and service.
public final class Units implements Metering {
  /// How many different series are kept; what comes after is counted for the account `other`.
  static final int MAX_SERIES = 10_000;

  public record Series(String account, String region, Unit unit) {
    private Series ofOthers() {
      return new Series("other", region, unit);
    }
  }

  private final Map<Series, DoubleAdder> sums = new ConcurrentHashMap<>();

  @Override
  public void count(Scope scope, Unit unit, double amount) {
    var series = new Series(scope.account(), scope.region(), unit);
    var sum = sums.get(series);
    if (sum == null) {
      var kept = sums.size() < MAX_SERIES ? series : series.ofOthers();
      sum = sums.computeIfAbsent(kept, _ -> new DoubleAdder());
    }
    sum.add(amount);
  }

  /// All sums so far.
  public Map<Series, Double> sums() {
    var all = new HashMap<Series, Double>();
    sums.forEach((series, sum) -> all.put(series, sum.sum()));
    return Map.copyOf(all);
  }
}
