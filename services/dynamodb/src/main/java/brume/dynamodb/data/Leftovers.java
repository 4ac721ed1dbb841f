package brume.dynamodb.data;

import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.util.List;

/// Clears away what deleted tables left: a prefix of keys for each, written by the transaction that
/// deleted the table, and so not forgotten by a crash.
public final class Leftovers implements Job {
  private static final Key ROOT = Key.of("dynamodb.leftovers");

  /// Keys deleted in one transaction, which keeps it far below the bound of 5 MB.
  private static final int BATCH = 1000;

  private final Store store;

  public Leftovers(Store store) {
    this.store = store;
  }

  public static void add(Transaction transaction, Key prefix) {
    transaction.put(ROOT.then().raw(prefix.bytes()).build().bytes(), prefix.bytes());
  }

  @Override
  public String name() {
    return "dynamodb-leftovers";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    clear();
  }

  /// Returns when nothing is left.
  void clear() throws InterruptedException {
    for (var marker : store.keys(ROOT.children(), Integer.MAX_VALUE)) {
      var prefix = java.util.Arrays.copyOfRange(marker, ROOT.bytes().length, marker.length);
      for (var batch = store.keys(KeyRange.prefix(prefix), BATCH);
          !batch.isEmpty();
          batch = store.keys(KeyRange.prefix(prefix), BATCH)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        delete(batch);
      }
      delete(List.of(marker));
    }
  }

  private void delete(List<byte[]> keys) {
    store.transact(
        Locks.NONE,
        transaction -> {
          keys.forEach(transaction::delete);
          return keys;
        });
  }
}
