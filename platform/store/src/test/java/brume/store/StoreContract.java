package brume.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.store.Reader.Direction;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store promises, whatever it stands on.
public abstract class StoreContract {
  private static final KeyRange ALL = new KeyRange(new byte[0], new byte[0]);

  protected Store store;

  /// An empty store.
  protected abstract Store open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void givesBackWhatWasPut() {
    put("a", "1");

    assertThat(get("a")).isEqualTo("1");
    assertThat(get("b")).isNull();
  }

  @Test
  void tellsWatchersWhatWasPut() {
    var told = new ArrayList<String>();
    store.watch(bytes("w"), (key, value) -> told.add(text(key) + '=' + text(value)));
    put("v", "0");
    put("w2", "1");
    store.transact(
        Locks.NONE,
        change(
            t -> {
              t.put(bytes("w1"), bytes("2"));
              t.put(bytes("w3"), bytes("3"));
              t.delete(bytes("w2"));
              t.put(bytes("x"), bytes("4"));
            }));

    assertThat(told).containsExactly("w2=1", "w1=2", "w3=3");
  }

  @Test
  void readsOneKeyAsItIsNow() {
    put("a", "1");
    try (var before = store.snapshot()) {
      put("a", "2");
      assertThat(store.get(bytes("a"))).isEqualTo(bytes("2"));
      assertThat(before.get(bytes("a"))).isEqualTo(bytes("1"));
    }
    store.transact(Locks.NONE, change(t -> t.delete(bytes("a"))));
    assertThat(store.get(bytes("a"))).isNull();
  }

  @Test
  void keepsEmptyKeysAndValues() {
    put("", "");

    assertThat(get("")).isEmpty();
  }

  @Test
  void forgetsWhatWasDeleted() {
    put("a", "1");
    store.transact(Locks.NONE, change(t -> t.delete(bytes("a"))));

    assertThat(get("a")).isNull();
    assertThat(entries(ALL, Direction.FORWARD)).isEmpty();
  }

  @Test
  void scansItsKeysUnsignedInBothDirections() {
    var sorted = List.of("00", "0000", "01", "7f", "80", "ff", "ff01");
    var keys = sorted.reversed().stream().map(HexFormat.of()::parseHex).toList();
    store.transact(Locks.NONE, change(t -> keys.forEach(key -> t.put(key, key))));

    assertThat(keys(ALL, Direction.FORWARD)).isEqualTo(sorted);
    assertThat(keys(ALL, Direction.BACKWARD)).isEqualTo(sorted.reversed());
    assertThat(keys(KeyRange.prefix(keys.get(1)), Direction.BACKWARD))
        .containsExactly("ff01", "ff");
  }

  @Test
  void scansFromTheFirstToBeforeTheLast() {
    putAll("a", "b", "c", "d");

    assertThat(entries(range("b", "d"), Direction.FORWARD)).containsExactly("b=b", "c=c");
    assertThat(entries(range("b", "d"), Direction.BACKWARD)).containsExactly("c=c", "b=b");
    assertThat(entries(range("bb", "bc"), Direction.FORWARD)).isEmpty();
    assertThat(entries(range("d", "b"), Direction.FORWARD)).isEmpty();
    assertThat(entries(range("d", "b"), Direction.BACKWARD)).isEmpty();
    assertThat(entries(range("e", ""), Direction.BACKWARD)).isEmpty();
  }

  @Test
  void aSnapshotStaysAsItWas() {
    put("a", "1");
    try (var before = store.snapshot()) {
      put("a", "2");
      put("b", "2");

      assertThat(text(before.get(bytes("a")))).isEqualTo("1");
      assertThat(entries(before, ALL, Direction.FORWARD)).containsExactly("a=1");
    }
    assertThat(get("a")).isEqualTo("2");
  }

  @Test
  void aTransactionReadsItsOwnWrites() {
    putAll("a", "b", "c");
    store.transact(
        Locks.NONE,
        change(
            t -> {
              t.put(bytes("aa"), bytes("new"));
              t.put(bytes("b"), bytes("changed"));
              t.delete(bytes("c"));
              t.put(bytes("d"), bytes("gone"));
              t.delete(bytes("d"));

              assertThat(text(t.get(bytes("b")))).isEqualTo("changed");
              assertThat(t.get(bytes("c"))).isNull();
              assertThat(entries(t, ALL, Direction.FORWARD))
                  .containsExactly("a=a", "aa=new", "b=changed");
              assertThat(entries(t, range("aa", ""), Direction.BACKWARD))
                  .containsExactly("b=changed", "aa=new");
            }));

    assertThat(entries(ALL, Direction.FORWARD)).containsExactly("a=a", "aa=new", "b=changed");
  }

  @Test
  void aScanDoesNotSeeWhatIsWrittenMeanwhile() {
    putAll("a", "c");
    store.transact(
        Locks.NONE,
        change(
            t -> {
              t.put(bytes("b"), bytes("b"));
              try (var cursor = t.scan(ALL)) {
                var seen = new ArrayList<String>();
                while (cursor.next()) {
                  seen.add(text(cursor.key()));
                  t.delete(cursor.key());
                  t.put(bytes("d"), bytes("d"));
                }
                assertThat(seen).containsExactly("a", "b", "c");
              }
            }));

    assertThat(entries(ALL, Direction.FORWARD)).containsExactly("d=d");
  }

  @Test
  void anExceptionLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                store.transact(
                    Locks.of(bytes("a")),
                    change(
                        t -> {
                          t.put(bytes("a"), bytes("1"));
                          throw new ArithmeticException("refused");
                        })))
        .isInstanceOf(ArithmeticException.class);

    assertThat(get("a")).isNull();
    put("a", "2");
    assertThat(get("a")).isEqualTo("2");
  }

  @Test
  void countsAtomically() throws Exception {
    var counter = new Counter(Key.of("count"));
    int writers = 32;
    int rounds = 20;
    concurrently(
        writers,
        _ -> {
          for (int i = 0; i < rounds; i++) {
            store.transact(counter.locks(), t -> counter.add(t, 1));
          }
        });

    try (var snapshot = store.snapshot()) {
      assertThat(counter.value(snapshot)).isEqualTo((long) writers * rounds);
    }
  }

  @Test
  void transfersWithLocksInAnyOrderNeitherLoseNorBlock() throws Exception {
    var accounts =
        List.of(new Counter(Key.of("x")), new Counter(Key.of("y")), new Counter(Key.of("z")));
    concurrently(
        16,
        writer -> {
          for (int i = 0; i < 30; i++) {
            var from = accounts.get((writer + i) % 3);
            var to = accounts.get((writer + 2 * i + 1) % 3);
            store.transact(
                Locks.of(from.key(), to.key()),
                change(
                    t -> {
                      from.add(t, -1);
                      to.add(t, 1);
                    }));
          }
        });

    try (var snapshot = store.snapshot()) {
      assertThat(accounts.stream().mapToLong(account -> account.value(snapshot)).sum()).isZero();
    }
  }

  @Test
  void refusesATransactionThatIsTooLarge() {
    var half = new byte[3 * 1024 * 1024];
    assertThatThrownBy(
            () ->
                store.transact(
                    Locks.NONE,
                    change(
                        t -> {
                          t.put(bytes("a"), half);
                          t.put(bytes("b"), half);
                        })))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5242880");

    assertThat(get("a")).isNull();
  }

  @Test
  void countsOnlyTheLastWriteOfAKeyTowardsTheLimit() {
    var half = new byte[3 * 1024 * 1024];
    store.transact(
        Locks.NONE,
        change(
            t -> {
              t.put(bytes("a"), half);
              t.put(bytes("a"), half);
            }));

    try (var snapshot = store.snapshot()) {
      assertThat(snapshot.get(bytes("a"))).hasSize(half.length);
    }
  }

  @Test
  void refusesATransactionWithinATransaction() {
    assertThatThrownBy(
            () -> store.transact(Locks.NONE, _ -> store.transact(Locks.NONE, _ -> "inner")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTransactionEndsWithItsBody() {
    var leaked = store.transact(Locks.NONE, t -> t);

    assertThatThrownBy(() -> leaked.put(bytes("a"), bytes("1")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> leaked.get(bytes("a"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();
    store.close();

    assertThatThrownBy(() -> store.snapshot()).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> put("a", "1")).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void closingWaitsForOpenSnapshots() throws Exception {
    put("a", "1");
    var snapshot = store.snapshot();
    var closing = Thread.startVirtualThread(store::close);

    assertThat(text(snapshot.get(bytes("a")))).isEqualTo("1");
    assertThat(entries(snapshot, ALL, Direction.FORWARD)).containsExactly("a=1");
    snapshot.close();
    closing.join();
  }

  protected interface Change {
    void apply(Transaction transaction);
  }

  protected interface Work {
    void run(int writer);
  }

  protected static java.util.function.Function<Transaction, Boolean> change(Change change) {
    return transaction -> {
      change.apply(transaction);
      return true;
    };
  }

  protected static void concurrently(int writers, Work work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  work.run(writer);
                  return true;
                }));
      }
      start.countDown();
      for (var each : running) {
        each.get();
      }
    }
  }

  protected void put(String key, String value) {
    store.transact(Locks.NONE, change(t -> t.put(bytes(key), bytes(value))));
  }

  private void putAll(String... keys) {
    store.transact(
        Locks.NONE, change(t -> List.of(keys).forEach(key -> t.put(bytes(key), bytes(key)))));
  }

  protected String get(String key) {
    try (var snapshot = store.snapshot()) {
      return text(snapshot.get(bytes(key)));
    }
  }

  private List<String> entries(KeyRange range, Direction direction) {
    try (var snapshot = store.snapshot()) {
      return entries(snapshot, range, direction);
    }
  }

  private static List<String> entries(Reader reader, KeyRange range, Direction direction) {
    var entries = new ArrayList<String>();
    try (var cursor = reader.scan(range, direction)) {
      while (cursor.next()) {
        entries.add(text(cursor.key()) + "=" + text(cursor.value()));
      }
      assertThat(cursor.next()).isFalse();
    }
    return entries;
  }

  private List<String> keys(KeyRange range, Direction direction) {
    var keys = new ArrayList<String>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range, direction)) {
      while (cursor.next()) {
        keys.add(HexFormat.of().formatHex(cursor.key()));
      }
    }
    return keys;
  }

  private static KeyRange range(String from, String to) {
    return new KeyRange(bytes(from), bytes(to));
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, UTF_8);
  }
}
