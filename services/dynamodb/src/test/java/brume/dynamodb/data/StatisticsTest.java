package brume.dynamodb.data;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemWriter;
import brume.dynamodb.item.Value;
import brume.dynamodb.table.KeySpace;
import brume.dynamodb.table.PrimaryKey;
import brume.store.Key;
import brume.store.Locks;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private final Local local = new Local();
  private final KeySpace space = new KeySpace(Key.of("space"));

  @Test
  void aSmallTableIsCounted() {
    fill(123);
    assertThat(new Statistics(local.store).of(space)).isEqualTo(new Statistics.Size(123, 123 * 6));
  }

  @Test
  void aLargeTableIsEstimated() {
    int items = 40_000;
    fill(items);
    var size = new Statistics(local.store).of(space);
    assertThat(size.items()).isBetween(items * 8L / 10, items * 12L / 10);
    assertThat(size.bytes()).isEqualTo(size.items() * 6);
  }

  private void fill(int items) {
    var stored = ItemWriter.write(Item.of("text", Value.of("ab")));
    local.store.transact(
        Locks.NONE,
        transaction -> {
          for (int i = 0; i < items; i++) {
            var key = space.key(new PrimaryKey(Value.of("item-" + i), null));
            transaction.put(key.bytes(), stored);
          }
          return items;
        });
  }
}
