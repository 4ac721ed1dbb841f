package brume.todo;

import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dax.ClusterDaxClient;
import software.amazon.dax.Configuration;

/// The DAX cluster before the table. Apart, so that a function without one loads none of its
/// classes.
final class Cluster {
  private Cluster() {}

  /// @param address such as `dax://host:8111`
  static DynamoDbClient client(String address) {
    var configuration =
        Configuration.builder()
            .url(address)
            .region(Region.of(System.getenv("AWS_REGION")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .build();
    try {
      return (DynamoDbClient)
          ClusterDaxClient.builder().overrideConfiguration(configuration).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
