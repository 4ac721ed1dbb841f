package brume.dynamodb.operation;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.Condition;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ScanInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanTest {
  private static final int ITEMS = 60;

  private final Local local = new Local().table("T", "id:N");

  @BeforeEach
  void fill() {
    for (int i = 0; i < ITEMS; i++) {
      local.put("T", "id", i, "third", i % 3);
    }
  }

  @Test
  void segmentsAndPagesFindEachItemOnce() {
    var seen = new ArrayList<String>();
    for (int segment = 0; segment < 4; segment++) {
      var request = ScanInput.builder().tableName("T").segment(segment).totalSegments(4).limit(7);
      Map<String, AttributeValue> start = null;
      do {
        var page = local.invoke(DynamoDbModel.SCAN, request.exclusiveStartKey(start).build());
        page.items().forEach(found -> seen.add(found.get("id").n()));
        start = page.lastEvaluatedKey();
      } while (start != null);
    }
    assertThat(seen).hasSize(ITEMS).doesNotHaveDuplicates();
  }

  @Test
  void aFilterMayBeOfEitherForm() {
    var scan = ScanInput.builder().tableName("T");
    var expression =
        scan.filterExpression("third = :one AND id < :ten")
            .expressionAttributeValues(item(":one", 1, ":ten", 10))
            .projectionExpression("id")
            .build();
    assertThat(local.invoke(DynamoDbModel.SCAN, expression).items())
        .containsExactlyInAnyOrder(item("id", 1), item("id", 4), item("id", 7));
    var one = List.of(AttributeValue.builder().n("1").build());
    var old =
        ScanInput.builder()
            .tableName("T")
            .scanFilter(Map.of("third", new Condition(one, "EQ"), "id", new Condition(one, "EQ")))
            .conditionalOperator("OR")
            .select("COUNT")
            .build();
    assertThat(local.invoke(DynamoDbModel.SCAN, old).count()).isEqualTo(20);
  }

  @Test
  void segmentsMustFit() {
    var scan = ScanInput.builder().tableName("T").segment(4);
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.SCAN, scan.build()))
        .hasMessageStartingWith("The TotalSegments parameter is required");
    assertThatThrownBy(() -> local.invoke(DynamoDbModel.SCAN, scan.totalSegments(4).build()))
        .hasMessage(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
                + " Segment: 4 is not less than TotalSegments: 4");
  }
}
