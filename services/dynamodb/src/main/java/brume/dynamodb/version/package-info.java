/// The versions of items in tables with replicas: which of two writes of one item is the last, and
/// what a replica owes to the others. They lie beside the items, which do not show them.
///
/// Start with [ItemVersion].
@NullMarked
package brume.dynamodb.version;

import org.jspecify.annotations.NullMarked;
