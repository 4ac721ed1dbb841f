package brume.apigateway.gateway;

import brume.service.Call;
import brume.service.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Counts what CloudWatch shows of an API and of its stage.
///
/// Sources: Amazon API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics" for
/// REST APIs, and "Monitor CloudWatch metrics for HTTP APIs".
public final class Measures {
  private static final int CLIENT_ERRORS = 4;
  private static final int SERVER_ERRORS = 5;
  private static final int HUNDRED = 100;

  private final Metrics metrics;
  private final List<Metrics.Subject> subjects;
  private final String clientErrors;
  private final String serverErrors;
  private final long began = System.nanoTime();

  private Measures(
      Call call, String dimension, String api, String stage, String client, String server) {
    metrics = call.platform().metrics();
    var all = new Metrics.Subject(call.scope(), "AWS/ApiGateway", Map.of(dimension, api));
    subjects = List.of(all, all.with("Stage", stage));
    clientErrors = client;
    serverErrors = server;
  }

  /// Of a request that begins now.
  ///
  /// @param api its name
  public static Measures ofRest(Call call, String api, String stage) {
    return new Measures(call, "ApiName", api, stage, "4XXError", "5XXError");
  }

  /// Of a request that begins now.
  ///
  /// @param api its id
  public static Measures ofHttp(Call call, String api, String stage) {
    return new Measures(call, "ApiId", api, stage, "4xx", "5xx");
  }

  public void answered(int status) {
    long nanoseconds = System.nanoTime() - began;
    for (var subject : subjects) {
      metrics.count(subject, "Count", 1);
      metrics.count(subject, clientErrors, status / HUNDRED == CLIENT_ERRORS ? 1 : 0);
      metrics.count(subject, serverErrors, status / HUNDRED == SERVER_ERRORS ? 1 : 0);
      metrics.took(subject, "Latency", nanoseconds);
    }
  }

  public void integrated(Duration latency) {
    subjects.forEach(subject -> metrics.took(subject, "IntegrationLatency", latency.toNanos()));
  }

  /// @param isHit whether the answer came out of the stage's cache
  public void cached(boolean isHit) {
    var name = isHit ? "CacheHitCount" : "CacheMissCount";
    subjects.forEach(subject -> metrics.count(subject, name, 1));
  }
}
