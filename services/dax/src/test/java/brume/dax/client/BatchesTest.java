package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dax.Cloud;
import brume.dax.cache.Counts.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Batches by AWS's client for Java.
class BatchesTest {
  private static Cloud cloud;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud.table("Todos", "id:S").table("Events", "user:S", "at:N");
    client = JavaClient.of(cloud, cloud.cluster("batches"));
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  private static WriteRequest put(Object... item) {
    return WriteRequest.builder().putRequest(put -> put.item(item(item))).build();
  }

  private static WriteRequest delete(Object... key) {
    return WriteRequest.builder().deleteRequest(delete -> delete.key(item(key))).build();
  }

  private static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).build();
  }

  @Test
  void writesAndReadsSeveralTables() {
    client.putItem(request -> request.tableName("Todos").item(item("id", "gone")));
    var written =
        client.batchWriteItem(
            request ->
                request.requestItems(
                    Map.of(
                        "Todos",
                        List.of(put("id", "a", "n", 1), put("id", "b"), delete("id", "gone")),
                        "Events",
                        List.of(put("user", "ann", "at", 1, "x", "y")))));
    assertThat(written.unprocessedItems()).isEmpty();
    for (int round = 0; round < 2; round++) {
      var found =
          client.batchGetItem(
              request ->
                  request.requestItems(
                      Map.of(
                          "Todos",
                          keys(
                              List.of(
                                  item("id", "a"),
                                  item("id", "b"),
                                  item("id", "gone"),
                                  item("id", "never"))),
                          "Events",
                          keys(List.of(item("user", "ann", "at", 1))))));
      assertThat(found.responses().get("Todos"))
          .containsExactlyInAnyOrder(item("id", "a", "n", 1), item("id", "b"));
      assertThat(found.responses().get("Events"))
          .containsExactly(item("user", "ann", "at", 1, "x", "y"));
      assertThat(found.unprocessedKeys()).isEmpty();
      cloud.restartCaches("batches");
    }
  }

  @Test
  void asksTheTableForWhatTheCacheLacks() {
    client.putItem(request -> request.tableName("Todos").item(item("id", "known")));
    var counts = cloud.counts("batches");
    long hits = counts.of(Metric.ITEM_CACHE_HITS);
    long misses = counts.of(Metric.ITEM_CACHE_MISSES);
    client.batchGetItem(
        request ->
            request.requestItems(
                Map.of("Todos", keys(List.of(item("id", "known"), item("id", "unknown"))))));
    assertThat(counts.of(Metric.ITEM_CACHE_HITS)).isEqualTo(hits + 1);
    assertThat(counts.of(Metric.ITEM_CACHE_MISSES)).isEqualTo(misses + 1);
  }

  @Test
  void projectsAndReadsConsistently() {
    client.putItem(request -> request.tableName("Todos").item(item("id", "p", "a", 1, "b", 2)));
    var found =
        client.batchGetItem(
            request ->
                request.requestItems(
                    Map.of(
                        "Todos",
                        KeysAndAttributes.builder()
                            .keys(List.of(item("id", "p")))
                            .consistentRead(true)
                            .projectionExpression("b")
                            .build())));
    assertThat(found.responses().get("Todos")).containsExactly(item("b", 2));
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    assertThatThrownBy(
            () ->
                client.batchGetItem(
                    request ->
                        request.requestItems(
                            Map.of("Todos", keys(List.of(item("id", "2"), item("id", "2")))))))
        .hasMessageContaining("contains duplicates");
  }
}
