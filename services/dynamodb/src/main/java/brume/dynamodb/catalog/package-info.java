/// What is kept of tables themselves: their definitions, tags and policies.
///
/// A definition is changed under its lock. A change that writers of items must see at once, such as
/// a new index, is made under the locks of all items too; writers check in their transactions that
/// the table is still the one that they were told of.
///
/// Start with [Tables].
@NullMarked
package brume.dynamodb.catalog;

import org.jspecify.annotations.NullMarked;
