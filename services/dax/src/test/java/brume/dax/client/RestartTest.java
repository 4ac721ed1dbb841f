package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import brume.model.dax.DaxModel;
import brume.model.dax.RebootNodeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Clients that outlive the server.
class RestartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Cloud cloud = new Cloud();
  private DynamoDbClient client;

  @BeforeEach
  void open() {
    cloud.table("Todos", "id:S");
    client = JavaClient.of(cloud, cloud.cluster("restarted"));
  }

  @AfterEach
  void close() {
    client.close();
    cloud.close();
  }

  @Test
  void clientsGoOnAfterTheServerWasRestarted() throws InterruptedException {
    var before = item("id", "a", "title", "x", "other", 1);
    client.putItem(request -> request.tableName("Todos").item(before));
    cloud.restart();
    assertThat(eventually("a")).isEqualTo(before);
    var after = item("id", "b", "title", "y", "other", 2);
    client.putItem(request -> request.tableName("Todos").item(after));
    assertThat(eventually("b")).isEqualTo(after);
  }

  @Test
  void clientsGoOnAfterANodeWasRebooted() {
    var item = item("id", "a", "title", "x");
    client.putItem(request -> request.tableName("Todos").item(item));
    cloud.call(DaxModel.REBOOT_NODE, new RebootNodeRequest("restarted", "restarted-a"));
    assertThat(eventually("a")).isEqualTo(item);
  }

  /// As soon as the client has found the cluster again.
  private Map<String, AttributeValue> eventually(String id) {
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return client.getItem(r -> r.tableName("Todos").key(item("id", id))).item();
      } catch (SdkException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }
}
