package brume.dynamodb.transfer;

import static brume.model.dynamodb.DynamoDbError.LIMIT_EXCEEDED_EXCEPTION;

import brume.service.Call;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The exports and imports that wait or run. Who asked for one is known to the process that was
/// asked alone: the store remembers only that there is one.
final class Underway {
  /// Of one kind in all accounts. Source: Amazon DynamoDB Developer Guide, "Quotas": import and
  /// export each have 50 at a time or more.
  static final int MOST = 50;

  private final Store store;
  private final Key root;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();

  Underway(Store store, String kind) {
    this.store = store;
    this.root = Key.of("dynamodb.transfer", kind);
  }

  /// To be called before the transaction that begins one.
  void admit(String arn, Call call) {
    if (calls.size() >= MOST) {
      throw LIMIT_EXCEEDED_EXCEPTION.because(
          "Subscriber limit exceeded: There is a limit of " + MOST + " at a time");
    }
    calls.put(arn, call);
  }

  /// By the transaction that begins one.
  void mark(Transaction transaction, String arn) {
    transaction.put(root.then(arn).bytes(), arn.getBytes(StandardCharsets.UTF_8));
  }

  /// All that have begun and not ended.
  List<String> all() {
    var all = new ArrayList<String>();
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(root.children())) {
      while (cursor.next()) {
        all.add(new String(cursor.value(), StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  /// The call of who asked; null when an earlier process was asked.
  @org.jspecify.annotations.Nullable
  Call call(String arn) {
    return calls.get(arn);
  }

  void end(String arn) {
    calls.remove(arn);
    store.transact(
        Locks.NONE,
        transaction -> {
          transaction.delete(root.then(arn).bytes());
          return arn;
        });
  }
}
