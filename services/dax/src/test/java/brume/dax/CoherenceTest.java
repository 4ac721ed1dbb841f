package brume.dax;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.cache.Counts.Metric;
import brume.model.dax.CreateParameterGroupRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.ParameterNameValue;
import brume.model.dax.UpdateClusterRequest;
import brume.model.dax.UpdateParameterGroupRequest;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PutItemInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is read through a cluster, and when.
class CoherenceTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Cloud cloud = new Cloud();
  private int port;

  @BeforeEach
  void open() {
    cloud.table("Todos", "id:S");
    port = cloud.cluster("coherent").clusterDiscoveryEndpoint().port();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private void putPast(String id, String title) {
    cloud.call(
        DynamoDbModel.PUT_ITEM,
        PutItemInput.builder()
            .tableName("Todos")
            .item(
                Map.of(
                    "id",
                    AttributeValue.builder().s(id).build(),
                    "title",
                    AttributeValue.builder().s(title).build()))
            .build());
  }

  /// The title, or null.
  private String get(String id) throws IOException {
    try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
      client.send(RawClient.getItem("Todos", id));
      var reply = client.succeeds();
      if (reply.readNull()) {
        return null;
      }
      reply.readMap().next();
      reply.readInt();
      var values = new brume.dax.cbor.CborReader(reply.readBytes());
      values.readLong();
      return values.readText();
    }
  }

  private long scanned() throws IOException {
    try (var client = RawClient.signedIn(port, cloud.root, cloud.clock.instant())) {
      client.send(
          RawClient.request(-1875390620)
              .bytes("Todos".getBytes(StandardCharsets.UTF_8))
              .map(1)
              .integer(15)
              .integer(3));
      var reply = client.succeeds();
      reply.readMap().next();
      reply.readInt();
      return reply.readLong();
    }
  }

  @Test
  void whatIsWrittenPastTheClusterAppearsAfterItsTime() throws IOException {
    putPast("a", "old");
    assertThat(get("a")).isEqualTo("old");
    putPast("a", "new");
    assertThat(get("a")).isEqualTo("old");
    cloud.clock.advance(LIFE);
    assertThat(get("a")).isEqualTo("new");
    var counts = cloud.counts("coherent");
    assertThat(counts.of(Metric.ITEM_CACHE_HITS)).isEqualTo(1);
    assertThat(counts.of(Metric.ITEM_CACHE_MISSES)).isEqualTo(2);
  }

  @Test
  void whatIsNotThereIsRememberedToo() throws IOException {
    assertThat(get("b")).isNull();
    putPast("b", "late");
    assertThat(get("b")).isNull();
    cloud.clock.advance(LIFE);
    assertThat(get("b")).isEqualTo("late");
  }

  @Test
  void repliesToScansAreRemembered() throws IOException {
    assertThat(scanned()).isZero();
    putPast("c", "more");
    assertThat(scanned()).isZero();
    cloud.clock.advance(LIFE);
    assertThat(scanned()).isEqualTo(1);
    assertThat(cloud.counts("coherent").of(Metric.SCAN_CACHE_HITS)).isEqualTo(1);
  }

  @Test
  void parametersSayForHowLong() throws IOException {
    cloud.call(DaxModel.CREATE_PARAMETER_GROUP, new CreateParameterGroupRequest(null, "short"));
    cloud.call(
        DaxModel.UPDATE_PARAMETER_GROUP,
        new UpdateParameterGroupRequest(
            "short", List.of(new ParameterNameValue("record-ttl-millis", "1000"))));
    cloud.call(
        DaxModel.UPDATE_CLUSTER,
        UpdateClusterRequest.builder().clusterName("coherent").parameterGroupName("short").build());
    putPast("d", "old");
    assertThat(get("d")).isEqualTo("old");
    putPast("d", "new");
    assertThat(get("d")).isEqualTo("old");
    cloud.clock.advance(Duration.ofSeconds(1));
    assertThat(get("d")).isEqualTo("new");
    cloud.call(
        DaxModel.UPDATE_PARAMETER_GROUP,
        new UpdateParameterGroupRequest(
            "short", List.of(new ParameterNameValue("query-ttl-millis", "0"))));
    assertThat(scanned()).isEqualTo(1);
    putPast("e", "more");
    assertThat(scanned()).isEqualTo(2);
  }

  @Test
  void countsAreThereToBeRead() throws IOException {
    get("f");
    get("f");
    assertThat(cloud.dax().metrics())
        .contains(
            "# TYPE brume_dax_item_cache_hits_total counter",
            "brume_dax_item_cache_hits_total{account=\"000000000000\",region=\"us-east-1\","
                + "cluster=\"coherent\"} 1",
            "brume_dax_total_requests_total{account=\"000000000000\",region=\"us-east-1\","
                + "cluster=\"coherent\"} 2");
  }
}
