package brume.ses.data;

import brume.base.Scope;
import brume.service.record.Records;
import brume.shape.ErrorCode;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.store.Key;
import brume.store.Locks;
import brume.store.Store;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Things of one kind that have a name in their account and region.
final class Named<T extends Structure> {
  private final Store store;
  private final Records<T> records;

  /// @param kind unique in the store
  Named(Store store, String kind, StructureShape<T> shape) {
    this.store = store;
    records = new Records<>(kind, shape);
  }

  Records<T> records() {
    return records;
  }

  @Nullable T find(Scope scope, String name) {
    try (var snapshot = store.snapshot()) {
      return records.get(snapshot, scope, name);
    }
  }

  Records.Page<T> page(Scope scope, @Nullable String token, int limit) {
    try (var snapshot = store.snapshot()) {
      return records.page(snapshot, scope, token, limit);
    }
  }

  /// How many there may be, and what is answered when one is too many or there already.
  record Rule(int maximum, ErrorCode tooMany, ErrorCode taken, String takenText) {}

  void create(Scope scope, String name, T value, Rule rule) {
    store.transact(
        Locks.of(key(scope, name), records.key(scope)),
        transaction -> {
          if (records.has(transaction, scope, name)) {
            throw rule.taken.because(rule.takenText);
          }
          if (records.all(transaction, scope).size() >= rule.maximum) {
            throw rule.tooMany.because("There are %d already".formatted(rule.maximum));
          }
          records.put(transaction, value, scope, name);
          return value;
        });
  }

  void put(Scope scope, String name, T value) {
    store.transact(
        Locks.of(key(scope, name)),
        transaction -> {
          records.put(transaction, value, scope, name);
          return value;
        });
  }

  /// Null when there is none of this name.
  @Nullable T change(Scope scope, String name, UnaryOperator<T> change) {
    return store
        .transact(
            Locks.of(key(scope, name)),
            transaction -> {
              var value = Optional.ofNullable(records.get(transaction, scope, name)).map(change);
              value.ifPresent(changed -> records.put(transaction, changed, scope, name));
              return value;
            })
        .orElse(null);
  }

  /// Whether there was one to delete.
  boolean delete(Scope scope, String name) {
    return store.transact(
        Locks.of(key(scope, name)),
        transaction -> {
          boolean known = records.has(transaction, scope, name);
          records.delete(transaction, scope, name);
          return known;
        });
  }

  private Key key(Scope scope, String name) {
    return records.key(scope, name);
  }
}
