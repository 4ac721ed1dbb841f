package brume.dax;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.client.JavaClient;
import brume.service.Call;
import brume.service.Metrics;
import brume.service.Platform;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PublishingTest {
  private final Map<String, Double> published = new HashMap<>();

  @Test
  void tellsEachHitAndMissOnce() {
    try (var cloud = new Cloud()) {
      cloud.table("Todos", "id:S");
      var cluster = cloud.cluster("metrics");
      var publishing = new Publishing(cloud.dax().fleet());
      try (var client = JavaClient.of(cluster, cloud.root)) {
        for (int i = 0; i < 3; i++) {
          client.getItem(
              get -> get.tableName("Todos").key(Map.of("id", AttributeValue.fromS("none"))));
        }
      }
      publishing.run(call(cloud));
      assertThat(published).containsEntry("AWS/DAX metrics ItemCacheMisses", 1.0);
      assertThat(published).containsEntry("AWS/DAX metrics ItemCacheHits", 2.0);
      assertThat(published.get("AWS/DAX metrics TotalRequestCount")).isGreaterThanOrEqualTo(3);
      assertThat(published).containsEntry("AWS/DAX metrics GetItemRequestCount", 3.0);
      assertThat(published.get("AWS/DAX metrics EstimatedDbSize")).isPositive();
      assertThat(published.get("AWS/DAX metrics CacheMemoryUtilization")).isBetween(0.0, 100.0);
      assertThat(published)
          .doesNotContainKeys(
              "AWS/DAX metrics ScanCacheHits",
              "AWS/DAX metrics QueryRequestCount",
              "AWS/DAX metrics EvictedSize");
      published.clear();
      publishing.run(call(cloud));
      assertThat(published).doesNotContainKey("AWS/DAX metrics ItemCacheHits");
    }
  }

  private Call call(Cloud cloud) {
    var call = cloud.rootCall();
    var platform = call.platform();
    Metrics metrics =
        (subject, name, _, value) -> published.merge(key(subject, name), value, Double::sum);
    return new Call(
        call.caller(),
        call.scope(),
        call.requestId(),
        call.now(),
        call.context(),
        new Platform(
            platform.operations(),
            platform.credentials(),
            platform.ids(),
            platform.clock(),
            platform.endpoint(),
            platform.metering(),
            metrics));
  }

  private static String key(Metrics.Subject subject, String name) {
    return subject.namespace() + ' ' + subject.dimensions().get("ClusterId") + ' ' + name;
  }
}
