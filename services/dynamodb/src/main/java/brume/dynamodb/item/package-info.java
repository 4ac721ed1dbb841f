/// Items and their values: the types, numbers of 38 digits, sizes as DynamoDB counts them, and the
/// bytes that stand for them in the store.
///
/// Start with [Value] and [Item].
@NullMarked
package brume.dynamodb.item;

import org.jspecify.annotations.NullMarked;
