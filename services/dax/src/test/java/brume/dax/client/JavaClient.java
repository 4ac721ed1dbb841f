package brume.dax.client;

import brume.dax.Cloud;
import brume.identity.Credential;
import brume.model.dax.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dax.ClusterDaxClient;
import software.amazon.dax.Configuration;

/// AWS's own client for Java, as its users set it up.
public final class JavaClient {
  /// It tells the log of everything that tests do to it.
  private static final Logger LOG = Logger.getLogger("software.amazon.dax");

  static {
    LOG.setLevel(Level.OFF);
  }

  private JavaClient() {}

  /// By the owner of the account.
  static DynamoDbClient of(Cloud cloud, Cluster cluster) {
    return of(cluster, cloud.root);
  }

  public static DynamoDbClient of(Cluster cluster, Credential credential) {
    try {
      return (DynamoDbClient)
          ClusterDaxClient.builder()
              .overrideConfiguration(
                  Configuration.builder()
                      .url(cluster.clusterDiscoveryEndpoint().url())
                      .region(Region.US_EAST_1)
                      .credentialsProvider(StaticCredentialsProvider.create(keys(credential)))
                      .build())
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AwsCredentials keys(Credential credential) {
    var token = credential.sessionToken();
    return token == null
        ? AwsBasicCredentials.create(credential.accessKeyId(), credential.secretKey())
        : AwsSessionCredentials.create(credential.accessKeyId(), credential.secretKey(), token);
  }

  /// Names and texts, numbers or values in turn.
  static Map<String, AttributeValue> item(Object... namesAndValues) {
    var item = new TreeMap<String, AttributeValue>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return item;
  }

  static AttributeValue value(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Number number -> AttributeValue.fromN(number.toString());
      case Boolean truth -> AttributeValue.fromBool(truth);
      case List<?> list -> AttributeValue.fromL(list.stream().map(JavaClient::value).toList());
      default -> (AttributeValue) value;
    };
  }
}
