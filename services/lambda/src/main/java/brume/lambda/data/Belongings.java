package brume.lambda.data;

import brume.lambda.function.FunctionName;
import brume.store.Key;
import brume.store.Transaction;

/// What goes when its function goes.
interface Belongings {
  /// Under the function's lock.
  void deleteAll(Transaction transaction, FunctionName function);

  /// Deletes everything below `parent`.
  static void clear(Transaction transaction, Key parent) {
    try (var cursor = transaction.scan(parent.children())) {
      while (cursor.next()) {
        transaction.delete(cursor.key());
      }
    }
  }
}
