package brume.dynamodb.past;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.dynamodb.Local;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.item.Item;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PointInTimeRecoverySpecification;
import brume.model.dynamodb.UpdateContinuousBackupsInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a table was is read whole while it goes on changing between the pages.
final class PastItemsTest {
  private static final int KEYS = 900;
  private static final int MOMENTS = 5;
  private static final int WRITES = 400;

  private final Local local = new Local().table("T", "p:S");

  private record Moment(Instant at, Map<String, Item> items) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyMomentIsReadAsItWas(long seed) {
    var random = new Random(seed);
    local.invoke(
        DynamoDbModel.UPDATE_CONTINUOUS_BACKUPS,
        new UpdateContinuousBackupsInput(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build(),
            "T"));
    var model = new TreeMap<String, Item>();
    var moments = new ArrayList<Moment>();
    for (int i = 0; i < MOMENTS; i++) {
      write(random, model, WRITES);
      moments.add(new Moment(local.clock.instant(), new TreeMap<>(model)));
      local.clock.advance(Duration.ofMillis(1));
    }
    for (var moment : moments) {
      assertThat(read(moment.at, random, model)).isEqualTo(moment.items);
    }
  }

  /// Several writes share one time.
  private void write(Random random, Map<String, Item> model, int count) {
    for (int i = 0; i < count; i++) {
      var key = "k" + random.nextInt(KEYS);
      if (random.nextInt(4) == 0) {
        local.invoke(
            DynamoDbModel.DELETE_ITEM,
            DeleteItemInput.builder().tableName("T").key(Local.item("p", key)).build());
        model.remove(key);
      } else {
        var item = Local.stored("p", key, "n", random.nextInt());
        local.put("T", "p", key, "n", item.get("n"));
        model.put(key, item);
      }
      if (random.nextBoolean()) {
        local.clock.advance(Duration.ofMillis(1));
      }
    }
  }

  private Map<String, Item> read(Instant at, Random random, Map<String, Item> model) {
    var table = new Tables(local.store).get(Local.SCOPE, "T");
    var past = new PastItems(local.store, table, at);
    var all = new TreeMap<String, Item>();
    for (var next = Bytes.EMPTY; next != null; ) {
      var page = past.page(next);
      page.items()
          .values()
          .forEach(item -> all.put(((brume.dynamodb.item.Value.S) item.get("p")).text(), item));
      next = page.last();
      local.clock.advance(Duration.ofMillis(1));
      write(random, model, 50);
    }
    return all;
  }
}
