/// From the records of the API to values and expressions, and back: attribute values, the
/// parameters around expressions, the legacy parameters that came before them, and consumed
/// capacity.
@NullMarked
package brume.dynamodb.request;

import org.jspecify.annotations.NullMarked;
