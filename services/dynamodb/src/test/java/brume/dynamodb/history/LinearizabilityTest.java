package brume.dynamodb.history;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;

import brume.dynamodb.Local;
import brume.dynamodb.history.Register.Call;
import brume.dynamodb.history.Register.Effect;
import brume.dynamodb.item.Value;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.Put;
import brume.model.dynamodb.TransactWriteItem;
import brume.model.dynamodb.TransactWriteItemsInput;
import brume.model.dynamodb.UpdateItemInput;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Concurrent reads, writes, conditional writes and transactions on one item look as if they came
/// one after the other.
class LinearizabilityTest {
  private static final int ROUNDS = 150;
  private static final int THREADS = 4;
  private static final int CALLS = 8;

  private final Local local = new Local();

  @Test
  void concurrentConditionalWritesAreLinearizable() throws Exception {
    local.table("T", "p:S");
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        var key = "item-" + round;
        local.put("T", "p", key, "v", 0);
        var history = history(threads, key, round);
        assertThat(Register.isLinearizable(history, 0)).as("%s", history).isTrue();
      }
    }
  }

  private List<Call> history(java.util.concurrent.ExecutorService threads, String key, int round)
      throws Exception {
    var begin = new CountDownLatch(1);
    var running = new ArrayList<Future<List<Call>>>();
    for (int thread = 0; thread < THREADS; thread++) {
      var random = new Random(31L * round + thread);
      running.add(
          threads.submit(
              () -> {
                begin.await();
                var calls = new ArrayList<Call>();
                for (int i = 0; i < CALLS; i++) {
                  calls.add(call(key, random));
                }
                return calls;
              }));
    }
    begin.countDown();
    var history = new ArrayList<Call>();
    for (var calls : running) {
      history.addAll(calls.get());
    }
    return Collections.unmodifiableList(history);
  }

  private Call call(String key, Random random) {
    int choice = random.nextInt(4);
    int from = random.nextInt(3);
    int to = random.nextInt(3);
    long start = System.nanoTime();
    var effect =
        switch (choice) {
          case 0 -> new Effect.Read(read(key));
          case 1 -> write(key, to);
          case 2 -> exchange(key, from, to);
          default -> exchangeInTransaction(key, from, to);
        };
    return new Call(start, System.nanoTime(), effect);
  }

  private int read(String key) {
    return local.get("T", "p", key).get("v") instanceof Value.N(var digits)
        ? Integer.parseInt(digits)
        : -1;
  }

  private Effect write(String key, int value) {
    local.put("T", "p", key, "v", value);
    return new Effect.Write(value);
  }

  private Effect exchange(String key, int from, int to) {
    var update =
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("p", key))
            .updateExpression("SET v = :to")
            .conditionExpression("v = :from")
            .expressionAttributeValues(item(":from", from, ":to", to))
            .build();
    return new Effect.Exchange(
        from, to, succeeds(() -> local.invoke(DynamoDbModel.UPDATE_ITEM, update)));
  }

  private Effect exchangeInTransaction(String key, int from, int to) {
    var put =
        Put.builder()
            .tableName("T")
            .item(item("p", key, "v", to))
            .conditionExpression("v = :from")
            .expressionAttributeValues(item(":from", from))
            .build();
    var other = Put.builder().tableName("T").item(item("p", "other-" + key)).build();
    var request =
        TransactWriteItemsInput.builder()
            .transactItems(
                List.of(
                    TransactWriteItem.builder().put(other).build(),
                    TransactWriteItem.builder().put(put).build()))
            .build();
    return new Effect.Exchange(
        from, to, succeeds(() -> local.invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, request)));
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ServiceException e) {
      assertThat(e.getMessage()).containsIgnoringCase("condition");
      return false;
    }
  }

  @Test
  void theCheckerSeesWhatCannotBe() {
    var write = new Call(0, 10, new Effect.Write(1));
    var stale = new Call(20, 30, new Effect.Read(0));
    var early = new Call(5, 30, new Effect.Read(0));
    assertThat(Register.isLinearizable(List.of(write, stale), 0)).isFalse();
    assertThat(Register.isLinearizable(List.of(write, early), 0)).isTrue();
    var one = new Call(0, 10, new Effect.Exchange(0, 1, true));
    var two = new Call(0, 10, new Effect.Exchange(0, 2, true));
    assertThat(Register.isLinearizable(List.of(one, two), 0)).isFalse();
    assertThat(
            Register.isLinearizable(
                List.of(one, new Call(0, 10, new Effect.Exchange(0, 2, false))), 0))
        .isTrue();
  }
}
