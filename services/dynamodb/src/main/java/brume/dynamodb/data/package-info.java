/// What touches the store: tables and their items.
///
/// A change of an item and all that follows from it (index entries, times of expiry, the size of
/// its collection, the records of streams) is one transaction under the item's lock. A table's
/// items lie under a prefix of its unique id, so that deleting a table is one small transaction,
/// and its items are cleared away afterwards.
///
/// Start with [Items]; the tables themselves are in `catalog`.
@NullMarked
package brume.dynamodb.data;

import org.jspecify.annotations.NullMarked;
