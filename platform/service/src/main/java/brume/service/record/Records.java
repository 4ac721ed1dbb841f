package brume.service.record;

import brume.base.Scope;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import brume.store.Transaction;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All records of one kind, by scope and id. An id has one or more parts, and records whose ids
/// begin with the same parts lie side by side.
public final class Records<T extends Structure> {
  private final String kind;
  private final StructureShape<T> shape;

  /// @param kind unique in the store, such as `iam.user`
  public Records(String kind, StructureShape<T> shape) {
    this.kind = kind;
    this.shape = shape;
  }

  /// A part of a listing.
  ///
  /// @param next where the next page begins; null at the end
  public record Page<T>(List<T> items, @Nullable String next) {}

  /// The record's key, which is also what a transaction locks to decide on it.
  public Key key(Scope scope, String... id) {
    return Key.of(scope.account(), scope.region(), kind).then(id);
  }

  public @Nullable T get(Reader reader, Scope scope, String... id) {
    var bytes = reader.get(key(scope, id).bytes());
    return bytes == null ? null : decode(bytes);
  }

  public boolean has(Reader reader, Scope scope, String... id) {
    return reader.get(key(scope, id).bytes()) != null;
  }

  public void put(Transaction transaction, T value, Scope scope, String... id) {
    transaction.put(key(scope, id).bytes(), JsonWriter.write(value));
  }

  public void delete(Transaction transaction, Scope scope, String... id) {
    transaction.delete(key(scope, id).bytes());
  }

  /// All whose ids begin with `parent`, in the order of their ids.
  public List<T> all(Reader reader, Scope scope, String... parent) {
    return page(reader, scope, null, Integer.MAX_VALUE, parent).items;
  }

  /// At most `limit` of [#all], from where an earlier page ended.
  ///
  /// @param token the earlier page's [Page#next]; one that is not of this listing starts anew
  public Page<T> page(
      Reader reader, Scope scope, @Nullable String token, int limit, String... parent) {
    var parentKey = key(scope, parent);
    KeyRange range = parentKey.children();
    if (token != null) {
      range = range.after(parentKey.then().raw(PageToken.decode(token)).build());
    }
    var items = new ArrayList<T>();
    byte[] last = null;
    try (var cursor = reader.scan(range)) {
      while (cursor.next()) {
        if (items.size() == limit) {
          return new Page<>(items, PageToken.encode(last, parentKey.bytes().length));
        }
        items.add(decode(cursor.value()));
        last = cursor.key();
      }
    }
    return new Page<>(items, null);
  }

  @SuppressWarnings("unchecked")
  private T decode(byte[] bytes) {
    try {
      var value = JsonReader.read(bytes, shape);
      if (value == null) {
        throw new IllegalStateException("A stored " + kind + " is null");
      }
      return (T) value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
