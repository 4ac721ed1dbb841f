package brume.iam.data;

import brume.base.Scope;
import brume.store.Counter;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Reader;
import brume.store.Snapshot;
import brume.store.Store;
import brume.store.Transaction;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/// Reads and changes the IAM of an account, whatever region a call names: IAM has none.
public final class Accounts {
  /// Where the records of IAM lie. Source: AWS General Reference, IAM's endpoint.
  private static final String REGION = "us-east-1";

  private final Store store;

  public Accounts(Store store) {
    this.store = store;
  }

  public static Scope scope(String account) {
    return new Scope(account, REGION);
  }

  Snapshot snapshot() {
    return store.snapshot();
  }

  public <T> T read(Scope scope, BiFunction<Reader, Scope, T> body) {
    try (var snapshot = store.snapshot()) {
      return body.apply(snapshot, scope.in(REGION));
    }
  }

  /// Changes are few, so one lock for an account spares every change the question what else it
  /// rests on.
  public <T> T change(Scope scope, BiFunction<Transaction, Scope, T> body) {
    var global = scope.in(REGION);
    var version = version(global);
    return store.transact(
        Locks.of(version),
        transaction -> {
          new Counter(version).add(transaction, 1);
          return body.apply(transaction, global);
        });
  }

  void run(Scope scope, BiConsumer<Transaction, Scope> body) {
    change(
        scope,
        (transaction, global) -> {
          body.accept(transaction, global);
          return true;
        });
  }

  /// How often the account's IAM has changed: what was read at this number is still so.
  public static long version(Reader reader, Scope scope) {
    return new Counter(version(scope.in(REGION))).value(reader);
  }

  /// The same number, as it is now.
  public static long version(Store store, Scope scope) {
    return new Counter(version(scope.in(REGION))).value(store);
  }

  private static Key version(Scope global) {
    return Key.of(global.account(), global.region(), "iam.version");
  }
}
