package brume.frontdoor.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// What a [Meter] and [Units] counted, as Prometheus reads it.
///
/// Source: Prometheus documentation, "Exposition formats", text-based format 0.0.4.
public final class Exposition {
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MICROS_PER_SECOND = 1e6;

  private final StringBuilder text = new StringBuilder();
  private final List<Map.Entry<Meter.Series, Meter.Count>> counts;

  private Exposition(List<Map.Entry<Meter.Series, Meter.Count>> counts) {
    this.counts = counts;
  }

  private static List<Map.Entry<Meter.Series, Meter.Count>> sorted(Meter meter) {
    var counts = new ArrayList<>(meter.counts().entrySet());
    counts.sort(Comparator.comparing(entry -> labels(entry.getKey())));
    return counts;
  }

  public static String of(Units units) {
    var exposition = new Exposition(List.of());
    var name = "brume_units_total";
    exposition.head(name, "What was used, in the units of the service.", "counter");
    var lines = new TreeMap<String, Double>();
    units.sums().forEach((series, sum) -> lines.put(labels(series), sum));
    lines.forEach((labels, sum) -> exposition.line(name, labels, Double.toString(sum)));
    return exposition.text.toString();
  }

  private static String labels(Units.Series series) {
    return "account=\"%s\",region=\"%s\",service=\"%s\",unit=\"%s\""
        .formatted(
            series.account(),
            series.region(),
            escaped(series.unit().service()),
            escaped(series.unit().name()));
  }

  public static String of(Meter meter) {
    var exposition = new Exposition(sorted(meter));
    exposition.counter("brume_requests_total", "Requests answered.", Meter.Count::requests);
    exposition.counter("brume_request_bytes_total", "Bytes of bodies.", Meter.Count::bytesIn);
    exposition.counter("brume_response_bytes_total", "Bytes of answers.", Meter.Count::bytesOut);
    exposition.durations();
    return exposition.text.toString();
  }

  private void counter(String name, String help, ToLongFunction<Meter.Count> value) {
    head(name, help, "counter");
    for (var entry : counts) {
      line(name, labels(entry.getKey()), Long.toString(value.applyAsLong(entry.getValue())));
    }
  }

  private void durations() {
    var name = "brume_request_duration_seconds";
    head(name, "Time until the head of an answer was ready.", "histogram");
    for (var entry : counts) {
      var labels = labels(entry.getKey());
      var count = entry.getValue();
      long sum = 0;
      for (int i = 0; i < Meter.BOUNDS.size(); i++) {
        sum += count.inClass(i);
        var bound = Meter.BOUNDS.get(i) / MICROS_PER_SECOND;
        line(name + "_bucket", labels + ",le=\"" + bound + '"', Long.toString(sum));
      }
      line(name + "_bucket", labels + ",le=\"+Inf\"", Long.toString(count.requests()));
      var seconds = count.duration().toNanos() / NANOS_PER_SECOND;
      line(name + "_sum", labels, Double.toString(seconds));
      line(name + "_count", labels, Long.toString(count.requests()));
    }
  }

  private void head(String name, String help, String type) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, String value) {
    text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }

  private static String labels(Meter.Series series) {
    return "account=\"%s\",region=\"%s\",service=\"%s\",operation=\"%s\",status=\"%dxx\""
        .formatted(
            series.account(),
            series.region(),
            escaped(series.service()),
            escaped(series.operation()),
            series.status());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
