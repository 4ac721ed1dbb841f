package brume.iam.data;

import brume.base.Scope;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A relation between the ids of two kinds of things, found from both sides: users in groups,
/// policies attached to roles.
public final class Links {
  private final String kind;

  /// @param kind unique in the store, such as `iam.member`
  Links(String kind) {
    this.kind = kind;
  }

  /// False when it was there already.
  boolean add(Transaction transaction, Scope scope, String from, String to) {
    if (has(transaction, scope, from, to)) {
      return false;
    }
    transaction.put(forward(scope).then(from, to).bytes(), bytes(to));
    transaction.put(backward(scope).then(to, from).bytes(), bytes(from));
    return true;
  }

  /// False when it was not there.
  boolean remove(Transaction transaction, Scope scope, String from, String to) {
    if (!has(transaction, scope, from, to)) {
      return false;
    }
    transaction.delete(forward(scope).then(from, to).bytes());
    transaction.delete(backward(scope).then(to, from).bytes());
    return true;
  }

  boolean has(Reader reader, Scope scope, String from, String to) {
    return reader.get(forward(scope).then(from, to).bytes()) != null;
  }

  List<String> from(Reader reader, Scope scope, String from) {
    return all(reader, forward(scope).then(from));
  }

  List<String> to(Reader reader, Scope scope, String to) {
    return all(reader, backward(scope).then(to));
  }

  void removeAllFrom(Transaction transaction, Scope scope, String from) {
    for (var to : from(transaction, scope, from)) {
      remove(transaction, scope, from, to);
    }
  }

  private static List<String> all(Reader reader, Key key) {
    var ids = new ArrayList<String>();
    try (var cursor = reader.scan(key.children())) {
      while (cursor.next()) {
        ids.add(new String(cursor.value(), StandardCharsets.UTF_8));
      }
    }
    return ids;
  }

  private Key forward(Scope scope) {
    return Key.of(scope.account(), scope.region(), kind + ".from");
  }

  private Key backward(Scope scope) {
    return Key.of(scope.account(), scope.region(), kind + ".to");
  }

  private static byte[] bytes(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
