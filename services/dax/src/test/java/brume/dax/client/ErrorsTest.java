package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.dax.Cloud;
import brume.dax.cache.Counts.Metric;
import brume.identity.Credential;
import brume.model.dax.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// What AWS's client for Java makes of refusals.
class ErrorsTest {
  private static Cloud cloud;
  private static Cluster cluster;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud.table("Todos", "id:S");
    cluster = cloud.cluster("errors");
    client = JavaClient.of(cloud, cluster);
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  @Test
  void aTableIsNotThere() {
    assertThatThrownBy(
            () -> client.getItem(request -> request.tableName("None").key(item("id", "x"))))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found");
  }

  @Test
  void aConditionIsNotMet() {
    client.putItem(request -> request.tableName("Todos").item(item("id", "there")));
    long errors = cloud.counts("errors").of(Metric.ERROR_REQUESTS);
    assertThatThrownBy(
            () ->
                client.putItem(
                    request ->
                        request
                            .tableName("Todos")
                            .item(item("id", "there"))
                            .conditionExpression("attribute_not_exists(id)")))
        .isInstanceOf(ConditionalCheckFailedException.class)
        .hasMessageContaining("The conditional request failed");
    assertThat(cloud.counts("errors").of(Metric.ERROR_REQUESTS)).isEqualTo(errors + 1);
  }

  @Test
  void anUpdateIsInvalid() {
    var failed =
        catchThrowableOfType(
            DynamoDbException.class,
            () ->
                client.updateItem(
                    request ->
                        request
                            .tableName("Todos")
                            .key(item("id", "x"))
                            .updateExpression("SET id = :v")
                            .expressionAttributeValues(item(":v", "y"))));
    assertThat(failed.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(failed.statusCode()).isEqualTo(400);
    assertThat(failed).hasMessageContaining("This attribute is part of the key");
  }

  @Test
  void pathsOverlap() {
    assertThatThrownBy(
            () ->
                client.getItem(
                    request ->
                        request
                            .tableName("Todos")
                            .key(item("id", "x"))
                            .projectionExpression("a.b, a")))
        .hasMessageContaining("path one: [a, b], path two: [a]");
  }

  @Test
  void theCallerMayNotDoIt() {
    var reader = cloud.user("reader", "dax:GetItem", cluster.clusterArn());
    try (var limited = JavaClient.of(cluster, reader)) {
      limited.getItem(request -> request.tableName("Todos").key(item("id", "x")));
      var failed =
          catchThrowableOfType(
              DynamoDbException.class,
              () -> limited.putItem(r -> r.tableName("Todos").item(item("id", "x"))));
      assertThat(failed.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
      assertThat(failed)
          .hasMessageContaining(
              "is not authorized to perform: dax:PutItem on resource: " + cluster.clusterArn());
    }
  }

  @Test
  void theClustersRoleMayNotDoIt() {
    cloud.roleMay("dynamodb:DescribeTable");
    try {
      assertThatThrownBy(
              () -> client.getItem(r -> r.tableName("Todos").key(item("id", "not read yet"))))
          .isInstanceOf(DynamoDbException.class)
          .hasMessageContaining("dynamodb:GetItem");
    } finally {
      cloud.roleMay("dynamodb:*");
    }
  }

  @Test
  void theSecretIsWrong() {
    var forged = Credential.longTerm(cloud.root.accessKeyId(), "wrong", cloud.root.principal());
    assertThatThrownBy(
            () -> {
              try (var stranger = JavaClient.of(cluster, forged)) {
                stranger.getItem(request -> request.tableName("Todos").key(item("id", "x")));
              }
            })
        .isInstanceOf(Exception.class);
  }
}
