/// Transactions over several items: all of their writes are made, or none; what refused them is
/// told for each; a token makes a repeated request harmless.
///
/// Transactions take the locks of all their items before they read any, so they wait for each other
/// and never cancel each other.
@NullMarked
package brume.dynamodb.transaction;

import org.jspecify.annotations.NullMarked;
