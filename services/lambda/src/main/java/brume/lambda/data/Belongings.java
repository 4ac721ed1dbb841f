package brume.lambda.data;

import brume.lambda.function.FunctionName;
import brume.store.Transaction;

/// What goes when its function goes.
interface Belongings {
  /// Under the function's lock.
  void deleteAll(Transaction transaction, FunctionName function);
}
