/// What a table is to its items: the schema of its keys, and where the keys lie in the store.
///
/// Start with [KeySchema] and [KeySpace].
@NullMarked
package brume.dynamodb.table;

import org.jspecify.annotations.NullMarked;
