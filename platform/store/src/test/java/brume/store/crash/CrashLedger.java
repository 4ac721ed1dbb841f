package brume.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import brume.store.Counter;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Store;
import java.util.Arrays;
import java.util.stream.LongStream;

/// What the writers of the crash test write, so that anything lost or half there shows.
///
/// Each transaction writes a debit and a credit of its number, the writer's own count and, in one
/// of eight, the count that all writers share.
record CrashLedger(int writers) {
  private static final int SHARED_EVERY = 8;
  private static final Counter SHARED = new Counter(Key.of("shared"));

  /// Returns the number of the writer's transaction that is now durable.
  long append(Store store, int writer) {
    var count = count(writer);
    return store.transact(
        locks(writer),
        transaction -> {
          long number = count.add(transaction, 1);
          transaction.put(entry(writer, "debit", number), value(number));
          transaction.put(entry(writer, "credit", number), value(number));
          if (shares(writer)) {
            SHARED.add(transaction, 1);
          }
          return number;
        });
  }

  /// Fails unless every transaction is whole, in sequence, and none of `acknowledged` is missing.
  void check(Reader reader, long[] acknowledged) {
    long shared = 0;
    for (int writer = 0; writer < writers; writer++) {
      long count = count(writer).value(reader);
      assertThat(count).as("writer %d", writer).isGreaterThanOrEqualTo(acknowledged[writer]);
      assertThat(numbers(reader, writer, "debit")).isEqualTo(count);
      assertThat(numbers(reader, writer, "credit")).isEqualTo(count);
      shared += shares(writer) ? count : 0;
    }
    assertThat(SHARED.value(reader)).as("shared").isEqualTo(shared);
  }

  long[] counts(Reader reader) {
    return LongStream.range(0, writers).map(writer -> count((int) writer).value(reader)).toArray();
  }

  /// How many entries there are: they must be numbered from 1 and carry their number's value.
  private static long numbers(Reader reader, int writer, String side) {
    long number = 0;
    try (var cursor = reader.scan(Key.of("entry", side, String.valueOf(writer)).children())) {
      while (cursor.next()) {
        number++;
        assertThat(cursor.key()).isEqualTo(entry(writer, side, number));
        assertThat(cursor.value()).isEqualTo(value(number));
      }
    }
    return number;
  }

  private static Locks locks(int writer) {
    return shares(writer)
        ? Locks.of(count(writer).key(), SHARED.key())
        : Locks.of(count(writer).key());
  }

  private static boolean shares(int writer) {
    return writer % SHARED_EVERY == 0;
  }

  private static Counter count(int writer) {
    return new Counter(Key.of("count", String.valueOf(writer)));
  }

  private static byte[] entry(int writer, String side, long number) {
    return Key.of("entry", side, String.valueOf(writer)).then().number(number).build().bytes();
  }

  /// From 10 bytes to 10 KB, as its number says.
  private static byte[] value(long number) {
    var value = new byte[(int) (10 + number * 7919 % (number % 50 == 0 ? 10_000 : 300))];
    Arrays.fill(value, (byte) number);
    return value;
  }
}
