package brume.dynamodb.data;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.store.KeyRange;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private final Local local = new Local();

  @Test
  void nothingIsLeftOfADeletedTable() throws InterruptedException {
    local.table("other", "id:N");
    local.put("other", "id", 1);
    int before = keys();
    local.table("T", "id:N");
    for (int i = 0; i < 1500; i++) {
      local.put("T", "id", i);
    }
    local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T"));
    assertThat(keys()).isGreaterThan(1500);
    new Leftovers(local.store).run(local.call());
    assertThat(keys()).isEqualTo(before);
    assertThat(local.get("other", "id", 1)).isNotNull();
  }

  private int keys() {
    int count = 0;
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(new KeyRange(new byte[0], new byte[0]))) {
      while (cursor.next()) {
        count++;
      }
    }
    return count;
  }
}
