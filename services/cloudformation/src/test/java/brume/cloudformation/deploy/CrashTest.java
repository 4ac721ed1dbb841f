package brume.cloudformation.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cloudformation.Stage;
import brume.json.Json;
import brume.store.Locks;
import brume.store.Snapshot;
import brume.store.Store;
import brume.store.StoreUnavailableException;
import brume.store.Transaction;
import brume.store.Watcher;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deployments that are abandoned at each of their steps and gone on from what the store says end
/// as those that were never abandoned.
class CrashTest {
  private static final String BEFORE =
      """
      Resources:
        A: {Type: 'AWS::Test::Thing', Properties: {Size: 1}}
        B: {Type: 'AWS::Test::Thing', Properties: {Kind: x, Uses: !Ref A}}
        C: {Type: 'AWS::Test::Thing', Properties: {Uses: !Ref B}}
      """;

  private static final String AFTER =
      """
      Resources:
        A: {Type: 'AWS::Test::Thing', Properties: {Size: 2}}
        B: {Type: 'AWS::Test::Thing', Properties: {Kind: y, Uses: !Ref A}}
        D: {Type: 'AWS::Test::Thing', Properties: {Name: named, Uses: !Ref B}}
        E: {Type: 'AWS::Test::Thing', DependsOn: D, Properties: {Fails: FAILS}}
      """;

  /// Fails at one of its transactions, before or after it was committed, and then until it is
  /// repaired: a process that crashed does nothing more.
  private static final class Fragile implements Store {
    private final Store inner;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private boolean afterCommit;

    Fragile(Store inner) {
      this.inner = inner;
    }

    void breakAfter(int transactions, boolean committed) {
      left.set(transactions);
      afterCommit = committed;
    }

    boolean isBroken() {
      return left.get() <= 0;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
      return inner.get(key);
    }

    @Override
    public Snapshot snapshot() {
      return inner.snapshot();
    }

    @Override
    public <T> T transact(Locks locks, Function<Transaction, T> body) {
      int number = left.getAndDecrement();
      if (number == 1 && afterCommit) {
        inner.transact(locks, body);
      }
      if (number <= 1) {
        throw new StoreUnavailableException("crashed", null);
      }
      return inner.transact(locks, body);
    }

    @Override
    public void watch(byte[] prefix, Watcher watcher) {
      inner.watch(prefix, watcher);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private Fragile fragile;

  private Stage stage() {
    return new Stage(
        store -> {
          fragile = new Fragile(store);
          return fragile;
        });
  }

  /// The things, without the random parts of their names.
  private static Map<String, String> world(Stage stage) {
    var world = new TreeMap<String, String>();
    UnaryOperator<String> plain = text -> text.replaceAll("-[A-Z2-7]{12}", "");
    stage.things.world.forEach(
        (id, thing) ->
            world.merge(plain.apply(id), plain.apply(((Json) thing).print()), String::concat));
    return world;
  }

  private static void deliverUntilCrash(Stage stage) {
    try {
      stage.deliver();
    } catch (StoreUnavailableException _) {
      stage.restart();
    }
  }

  private void endsAlike(Consumer<Stage> begin, String status) {
    var smooth = stage();
    begin.accept(smooth);
    smooth.deliver();
    assertThat(smooth.stack("s").stackStatus()).isEqualTo(status);
    for (boolean committed : new boolean[] {false, true}) {
      boolean wasBroken = true;
      for (int steps = 1; wasBroken; steps++) {
        var stage = stage();
        begin.accept(stage);
        fragile.breakAfter(steps, committed);
        deliverUntilCrash(stage);
        wasBroken = fragile.isBroken();
        fragile.breakAfter(Integer.MAX_VALUE, false);
        stage.deliver();
        assertThat(stage.stack("s").stackStatus()).as("after %s steps", steps).isEqualTo(status);
        assertThat(world(stage)).as("after %s steps", steps).isEqualTo(world(smooth));
        stage.delete("s");
        assertThat(stage.things.world).isEmpty();
      }
    }
  }

  /// What had the name before is neither adopted nor deleted, wherever the process stops.
  @Test
  void whatIsAnothersStaysAnothers() {
    var foreign = Json.object("Owner", Json.of("somebody"));
    for (boolean committed : new boolean[] {false, true}) {
      boolean wasBroken = true;
      for (int steps = 1; wasBroken; steps++) {
        var stage = stage();
        stage.things.world.put("named", foreign);
        stage.begin("s", AFTER);
        fragile.breakAfter(steps, committed);
        deliverUntilCrash(stage);
        wasBroken = fragile.isBroken();
        fragile.breakAfter(Integer.MAX_VALUE, false);
        stage.deliver();
        assertThat(stage.stack("s").stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(stage.things.world).isEqualTo(Map.of("named", foreign));
      }
    }
  }

  /// A creation that ended, and of which nobody was told before the process did.
  @Test
  void aNamedThingThatWasMadeBeforeTheCrashIsAdopted() {
    var stage = stage();
    stage.things.after =
        action -> {
          if (action.equals("create D")) {
            throw new StoreUnavailableException("crashed", null);
          }
        };
    stage.begin("s", AFTER.replace("FAILS", "nothing"));
    deliverUntilCrash(stage);
    assertThat(stage.things.world).containsKey("named");
    stage.things.after = _ -> {};
    stage.deliver();
    assertThat(stage.stack("s").stackStatus()).isEqualTo("CREATE_COMPLETE");
    stage.delete("s");
    assertThat(stage.things.world).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, CREATE_COMPLETE",
    "create, ROLLBACK_COMPLETE",
    "late-create, ROLLBACK_COMPLETE"
  })
  void creations(String fails, String status) {
    endsAlike(stage -> stage.begin("s", AFTER.replace("FAILS", fails)), status);
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, UPDATE_COMPLETE",
    "create, UPDATE_ROLLBACK_COMPLETE",
    "late-create, UPDATE_ROLLBACK_COMPLETE"
  })
  void updates(String fails, String status) {
    endsAlike(
        stage -> {
          stage.create("s", BEFORE);
          stage.beginUpdate("s", AFTER.replace("FAILS", fails));
        },
        status);
  }
}
