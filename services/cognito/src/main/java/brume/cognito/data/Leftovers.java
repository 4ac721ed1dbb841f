package brume.cognito.data;

import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Clears away the contents of deleted pools: a prefix of keys for each, written by the transaction
/// that deleted the pool, and so not forgotten by a crash.
public final class Leftovers implements Job {
  private static final Key ROOT = Key.of("cognito.leftovers");

  /// Keys deleted in one transaction, which keeps it far below the bound of 5 MB.
  private static final int BATCH = 1000;

  private final Store store;

  Leftovers(Store store) {
    this.store = store;
  }

  public static void add(Transaction transaction, Key prefix) {
    transaction.put(ROOT.then().raw(prefix.bytes()).build().bytes(), prefix.bytes());
  }

  @Override
  public String name() {
    return "cognito-leftovers";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var marker : store.keys(ROOT.children(), Integer.MAX_VALUE)) {
      var prefix = Arrays.copyOfRange(marker, ROOT.bytes().length, marker.length);
      List<byte[]> batch;
      do {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        batch = store.keys(KeyRange.prefix(prefix), BATCH);
        delete(batch);
      } while (!batch.isEmpty());
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
