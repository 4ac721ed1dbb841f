package brume.lambda.data;

import brume.base.Scope;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The accounts and regions that ever had a function or a layer, for work that is done for all.
final class Scopes {
  private static final Key ROOT = Key.of("lambda.scopes");

  private Scopes() {}

  static void add(Transaction transaction, Scope scope) {
    var key = ROOT.then(scope.account(), scope.region()).bytes();
    if (transaction.get(key) == null) {
      var text = scope.account() + ' ' + scope.region();
      transaction.put(key, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static List<Scope> all(Reader reader) {
    var all = new ArrayList<Scope>();
    try (var cursor = reader.scan(ROOT.children())) {
      while (cursor.next()) {
        var words = new String(cursor.value(), StandardCharsets.UTF_8).split(" ");
        all.add(new Scope(words[0], words[1]));
      }
    }
    return all;
  }
}
