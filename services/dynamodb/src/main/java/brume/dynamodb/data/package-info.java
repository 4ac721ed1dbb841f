/// What touches the store: tables and their items.
///
/// A change of an item and of its index entries is one transaction under the item's lock. A table's
/// items lie under a prefix of its unique id, so that deleting a table is one small transaction,
/// and its items are cleared away afterwards.
///
/// Start with [Items] and [Tables].
@NullMarked
package brume.dynamodb.data;

import org.jspecify.annotations.NullMarked;
