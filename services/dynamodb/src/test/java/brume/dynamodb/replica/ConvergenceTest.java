package brume.dynamodb.replica;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.item.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random writes in three regions between which connections come and go: in the end all replicas
/// hold, of every item, what was written last.
final class ConvergenceTest {
  private static final List<String> REGIONS = List.of(World.HOME, World.EUROPE, World.ASIA);
  private static final int STEPS = 400;
  private static final int KEYS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void allReplicasComeToHoldTheLastWrites(long seed) {
    var random = new Random(seed);
    var world = World.of(World.EUROPE, World.ASIA);
    var model = new TreeMap<String, Item>();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(10)) {
        case 0 -> connect(world, random);
        case 1, 2 -> world.local.work();
        default -> write(world, random, step, model);
      }
    }
    REGIONS.forEach(one -> REGIONS.forEach(other -> world.regions.heal(one, other)));

    world.local.work();

    for (var region : REGIONS) {
      assertThat(world.items(region)).as(region).isEqualTo(List.copyOf(model.values()));
    }
  }

  private static void connect(World world, Random random) {
    var one = REGIONS.get(random.nextInt(REGIONS.size()));
    var other = REGIONS.get(random.nextInt(REGIONS.size()));
    if (random.nextBoolean()) {
      world.regions.cut(one, other);
    } else {
      world.regions.heal(one, other);
    }
  }

  /// A delete counts where the item is: of what is not there it leaves no trace.
  private static void write(World world, Random random, int step, Map<String, Item> model) {
    var region = REGIONS.get(random.nextInt(REGIONS.size()));
    var key = "k%02d".formatted(random.nextInt(KEYS));
    if (random.nextInt(3) > 0) {
      world.put(region, "p", key, "n", step);
      model.put(key, Local.stored("p", key, "n", step));
    } else {
      var there = new HashMap<String, Item>();
      world.items(region).forEach(item -> there.put(item.get("p").toString(), item));
      world.delete(region, key);
      if (there.containsKey(brume.dynamodb.item.Value.of(key).toString())) {
        model.remove(key);
      }
    }
  }
}
