package brume.dynamodb.transaction;

import brume.service.Call;
import brume.service.Job;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Locks;
import brume.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Deletes tokens whose time is over.
public final class ForgottenTokens implements Job {
  private static final int BATCH = 1000;

  private final Store store;

  public ForgottenTokens(Store store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "dynamodb-tokens";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Call call) {
    for (var batch = due(call.now()); !batch.isEmpty(); batch = due(call.now())) {
      delete(batch, call.now());
    }
  }

  /// The tokens' keys by those of their times.
  private Map<Key, Key> due(Instant now) {
    var range =
        new KeyRange(
            Token.TIMES.bytes(), Token.TIMES.then().number(now.toEpochMilli() + 1).build().bytes());
    var due = new LinkedHashMap<Key, Key>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (due.size() < BATCH && cursor.next()) {
        due.put(new Key(cursor.key()), new Key(cursor.value()));
      }
    }
    return due;
  }

  private void delete(Map<Key, Key> due, Instant now) {
    store.transact(
        Locks.of(due.values().toArray(Key[]::new)),
        transaction -> {
          due.forEach(
              (time, token) -> {
                transaction.delete(time.bytes());
                // One that was used again since is remembered for longer.
                var stored = transaction.get(token.bytes());
                if (stored != null && !now.isBefore(Token.until(stored))) {
                  transaction.delete(token.bytes());
                }
              });
          return due;
        });
  }
}
