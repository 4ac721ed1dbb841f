package brume.dax;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.Credential;
import brume.model.dax.Cluster;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dax.ClusterDaxClient;
import software.amazon.dax.Configuration;

/// AWS's own client for Java.
class JavaClientTest {
  private static Cloud cloud;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() throws IOException {
    cloud = new Cloud();
    cloud.table("Todos", "id:S").table("Events", "user:S", "at:N");
    client = client(cloud.cluster("todos"), cloud.root);
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  static DynamoDbClient client(Cluster cluster, Credential credential) throws IOException {
    var keys = AwsBasicCredentials.create(credential.accessKeyId(), credential.secretKey());
    return (DynamoDbClient)
        ClusterDaxClient.builder()
            .overrideConfiguration(
                Configuration.builder()
                    .url(cluster.clusterDiscoveryEndpoint().url())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(keys))
                    .build())
            .build();
  }

  @Test
  void readsWhatItPut() {
    var item = Map.of("id", s("one"), "title", s("Write"), "done", AttributeValue.fromBool(false));
    client.putItem(request -> request.tableName("Todos").item(item));
    var found = client.getItem(request -> request.tableName("Todos").key(Map.of("id", s("one"))));
    assertThat(found.item()).isEqualTo(item);
    var missing = client.getItem(request -> request.tableName("Todos").key(Map.of("id", s("no"))));
    assertThat(missing.hasItem()).isFalse();
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }
}
