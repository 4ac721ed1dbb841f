package brume.dynamodb.data;

import brume.shape.ServiceException;
import brume.store.Transaction;
import java.util.List;
import java.util.Optional;

/// What a transaction does around the writes of its items. It may be run again, from the beginning.
@FunctionalInterface
public interface Frame<T> {
  /// What it decides on beside the items.
  default List<byte[]> locks() {
    return List.of();
  }

  /// The result when nothing is to be written; empty to go on.
  default Optional<T> begin(Transaction transaction) {
    return Optional.empty();
  }

  /// How often each write is done, and paid for.
  default int cost() {
    return 1;
  }

  /// A write was refused. What this does not throw on is left to [#end].
  ///
  /// @param write its position among the writes
  default void refused(int write, ServiceException why) {
    throw why;
  }

  /// @param changes what the writes did; nothing for one that was refused
  T end(Transaction transaction, List<Change> changes);
}
