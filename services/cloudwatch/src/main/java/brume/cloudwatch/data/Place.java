package brume.cloudwatch.data;

import brume.base.Scope;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Remembers the accounts and regions that have metrics or alarms, for the jobs that visit them.
public final class Place {
  private static final Key ROOT = Key.of("cloudwatch.place");

  private Place() {}

  static void remember(Transaction transaction, Scope scope) {
    var key = ROOT.then(scope.account(), scope.region()).bytes();
    if (transaction.get(key) == null) {
      var text = scope.account() + ' ' + scope.region();
      transaction.put(key, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  public static List<Scope> all(Reader reader) {
    var all = new ArrayList<Scope>();
    try (var cursor = reader.scan(ROOT.children())) {
      while (cursor.next()) {
        var parts = new String(cursor.value(), StandardCharsets.UTF_8).split(" ", 2);
        all.add(new Scope(parts[0], parts[1]));
      }
    }
    return all;
  }
}
