package brume.cloudformation.data;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All documents of one kind, by scope and id, as the records of models are kept.
final class Documents<T> {
  private final String kind;
  private final Function<T, Json> write;
  private final Function<Json.Obj, T> read;

  Documents(String kind, Function<T, Json> write, Function<Json.Obj, T> read) {
    this.kind = kind;
    this.write = write;
    this.read = read;
  }

  Key key(Scope scope, String... id) {
    return Key.of(scope.account(), scope.region(), kind).then(id);
  }

  @Nullable T get(Reader reader, Scope scope, String... id) {
    var bytes = reader.get(key(scope, id).bytes());
    return bytes == null ? null : decode(bytes);
  }

  void put(Transaction transaction, T value, Scope scope, String... id) {
    transaction.put(key(scope, id).bytes(), Bytes.utf8(write.apply(value).print()).toArray());
  }

  void delete(Transaction transaction, Scope scope, String... id) {
    transaction.delete(key(scope, id).bytes());
  }

  /// All whose ids begin with `parent`, in the order of their ids.
  List<T> all(Reader reader, Scope scope, String... parent) {
    var all = new ArrayList<T>();
    try (var cursor = reader.scan(key(scope, parent).children())) {
      while (cursor.next()) {
        all.add(decode(cursor.value()));
      }
    }
    return all;
  }

  private T decode(byte[] bytes) {
    return read.apply((Json.Obj) Json.parse(Bytes.wrap(bytes).toUtf8()));
  }
}
