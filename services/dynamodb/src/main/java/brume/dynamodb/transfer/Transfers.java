package brume.dynamodb.transfer;

import brume.base.Scope;
import brume.service.record.Records;
import brume.shape.ErrorCode;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.store.Locks;
import brume.store.Store;
import brume.store.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is kept of the exports, or of the imports, of all tables.
///
/// @param <T> what is told of one
final class Transfers<T extends Structure> {
  private final Store store;
  private final String kind;
  private final Records<T> records;
  private final Function<T, @Nullable Instant> begun;
  private final ErrorCode notFound;
  private final Underway underway;

  /// @param kind `export` or `import`
  /// @param begun when one began
  Transfers(
      Store store,
      String kind,
      StructureShape<T> shape,
      Function<T, @Nullable Instant> begun,
      ErrorCode notFound) {
    this.store = store;
    this.kind = kind;
    this.records = new Records<>("dynamodb." + kind, shape);
    this.begun = begun;
    this.notFound = notFound;
    this.underway = new Underway(store, kind);
  }

  Underway underway() {
    return underway;
  }

  /// By the transaction that begins one.
  void begin(Transaction transaction, TransferName name, T described) {
    records.put(transaction, described, name.scope(), name.table(), name.id());
    underway.mark(transaction, name.arn());
  }

  /// Throws an error when there is none of this ARN.
  T get(String arn) {
    var name = TransferName.parse(arn, kind).orElseThrow(() -> missing(arn));
    try (var snapshot = store.snapshot()) {
      var found = records.get(snapshot, name.scope(), name.table(), name.id());
      if (found == null) {
        throw missing(arn);
      }
      return found;
    }
  }

  private RuntimeException missing(String arn) {
    var what = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    return notFound.because(what + " not found: " + arn);
  }

  /// Of a table, or of all, the latest first.
  List<T> list(Scope scope, @Nullable String table) {
    try (var snapshot = store.snapshot()) {
      var all = table == null ? records.all(snapshot, scope) : records.all(snapshot, scope, table);
      var order = Comparator.comparing((T each) -> Objects.requireNonNull(begun.apply(each)));
      return all.stream().sorted(order.reversed()).toList();
    }
  }

  void end(String arn, T ended) {
    var name = TransferName.parse(arn, kind).orElseThrow();
    store.transact(
        Locks.NONE,
        transaction -> {
          records.put(transaction, ended, name.scope(), name.table(), name.id());
          return arn;
        });
    underway.end(arn);
  }
}
