/// Writes as requests ask for them, and what they mean for a table. The same for single writes, for
/// those of transactions, and for statements.
///
/// Start with [Draft].
@NullMarked
package brume.dynamodb.edit;

import org.jspecify.annotations.NullMarked;
