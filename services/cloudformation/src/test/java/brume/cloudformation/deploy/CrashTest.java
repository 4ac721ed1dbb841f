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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        D: {Type: 'AWS::Test::Thing', Properties: {Uses: !Ref B}}
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

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "create"})
  void updates(String fails) {
    var after = AFTER.replace("FAILS", fails);
    var smooth = stage();
    smooth.create("s", BEFORE);
    var status = smooth.update("s", after).stackStatus();
    var wanted = world(smooth);
    assertThat(status)
        .isEqualTo(fails.equals("create") ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE");
    for (boolean committed : new boolean[] {false, true}) {
      for (int steps = 1; ; steps++) {
        var stage = stage();
        stage.create("s", BEFORE);
        stage.beginUpdate("s", after);
        fragile.breakAfter(steps, committed);
        deliverUntilCrash(stage);
        boolean wasBroken = fragile.isBroken();
        fragile.breakAfter(Integer.MAX_VALUE, false);
        stage.deliver();
        assertThat(stage.stack("s").stackStatus()).as("after %s steps", steps).isEqualTo(status);
        assertThat(world(stage)).as("after %s steps", steps).isEqualTo(wanted);
        if (!wasBroken) {
          break;
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "create"})
  void creations(String fails) {
    var template = AFTER.replace("FAILS", fails);
    var smooth = stage();
    var status = smooth.create("s", template).stackStatus();
    var wanted = world(smooth);
    for (boolean committed : new boolean[] {false, true}) {
      for (int steps = 1; ; steps++) {
        var stage = stage();
        stage.begin("s", template);
        fragile.breakAfter(steps, committed);
        deliverUntilCrash(stage);
        boolean wasBroken = fragile.isBroken();
        fragile.breakAfter(Integer.MAX_VALUE, false);
        stage.deliver();
        assertThat(stage.stack("s").stackStatus()).as("after %s steps", steps).isEqualTo(status);
        assertThat(world(stage)).as("after %s steps", steps).isEqualTo(wanted);
        stage.delete("s");
        assertThat(world(stage)).isEmpty();
        if (!wasBroken) {
          break;
        }
      }
    }
  }
}
