package brume.dax.client;

import static brume.dax.client.JavaClient.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// Queries and scans by AWS's client for Java.
class QueriesTest {
  private static Cloud cloud;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    cloud = new Cloud();
    cloud.indexed("Events", "byKind", "user:S", "at:N", "kind:S");
    client = JavaClient.of(cloud, cloud.cluster("queries"));
    for (int i = 0; i < 10; i++) {
      var item = item("user", "ann", "at", i, "kind", i % 2 == 0 ? "even" : "odd", "n", i * i);
      client.putItem(request -> request.tableName("Events").item(item));
    }
  }

  @AfterAll
  static void close() {
    client.close();
    cloud.close();
  }

  private static QueryRequest.Builder ofAnn() {
    return QueryRequest.builder()
        .tableName("Events")
        .keyConditionExpression("#u = :u")
        .expressionAttributeNames(Map.of("#u", "user"))
        .expressionAttributeValues(item(":u", "ann"));
  }

  private static List<String> times(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> item.get("at").n()).toList();
  }

  @Test
  void findsByRangesOfKeys() {
    var found =
        client.query(
            ofAnn()
                .keyConditionExpression("#u = :u AND #at BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#u", "user", "#at", "at"))
                .expressionAttributeValues(item(":u", "ann", ":from", 3, ":to", 5))
                .build());
    assertThat(times(found.items())).containsExactly("3", "4", "5");
    assertThat(found.count()).isEqualTo(3);
    assertThat(found.items().getFirst())
        .isEqualTo(item("user", "ann", "at", 3, "kind", "odd", "n", 9));
  }

  @Test
  void goesBackwardsPageByPage() {
    var seen = new ArrayList<String>();
    for (var page : client.queryPaginator(ofAnn().scanIndexForward(false).limit(4).build())) {
      assertThat(page.items().size()).isLessThanOrEqualTo(4);
      seen.addAll(times(page.items()));
    }
    assertThat(seen).containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1", "0");
  }

  @Test
  void filtersAndProjects() {
    var found =
        client.query(
            ofAnn()
                .filterExpression("n > :n AND NOT kind IN (:a, :b) OR begins_with(kind, :e)")
                .projectionExpression("#at, n")
                .expressionAttributeNames(Map.of("#u", "user", "#at", "at"))
                .expressionAttributeValues(
                    item(":u", "ann", ":n", 30, ":a", "even", ":b", "none", ":e", "ev"))
                .build());
    assertThat(times(found.items())).containsExactly("0", "2", "4", "6", "7", "8", "9");
    assertThat(found.items().getLast()).isEqualTo(item("at", 9, "n", 81));
    assertThat(found.scannedCount()).isEqualTo(10);
  }

  @Test
  void counts() {
    var found = client.query(ofAnn().select(Select.COUNT).build());
    assertThat(found.count()).isEqualTo(10);
    assertThat(found.items()).isEmpty();
  }

  @Test
  void queriesIndexesPageByPage() {
    var seen = new ArrayList<String>();
    var request =
        QueryRequest.builder()
            .tableName("Events")
            .indexName("byKind")
            .keyConditionExpression("kind = :k")
            .expressionAttributeValues(item(":k", "odd"))
            .limit(2)
            .build();
    for (var page : client.queryPaginator(request)) {
      seen.addAll(times(page.items()));
    }
    assertThat(seen).containsExactlyInAnyOrder("1", "3", "5", "7", "9");
  }

  @Test
  void scansInSegments() {
    var seen = new ArrayList<String>();
    for (int segment = 0; segment < 3; segment++) {
      int each = segment;
      var pages =
          client.scanPaginator(
              request -> request.tableName("Events").segment(each).totalSegments(3).limit(3));
      pages.forEach(page -> seen.addAll(times(page.items())));
    }
    assertThat(seen).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    var counted = client.scan(request -> request.tableName("Events").select(Select.COUNT));
    assertThat(counted.count()).isEqualTo(10);
  }

  @Test
  void scansWithAFilterConsistently() {
    var found =
        client.scan(
            request ->
                request
                    .tableName("Events")
                    .consistentRead(true)
                    .filterExpression("kind = :k")
                    .expressionAttributeValues(item(":k", "even")));
    assertThat(times(found.items())).containsExactlyInAnyOrder("0", "2", "4", "6", "8");
  }
}
