/// How DAX writes the values, keys and items of DynamoDB: attribute values as CBOR, keys without
/// their names, items without keys and with a number for the list of their attributes' names.
///
/// Start with [ItemForm].
@NullMarked
package brume.dax.form;

import org.jspecify.annotations.NullMarked;
