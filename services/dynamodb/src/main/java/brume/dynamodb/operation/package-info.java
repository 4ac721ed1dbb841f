/// The operations of DynamoDB, one in a file: the listing of this package is what Brume has of the
/// API. Any other is answered with its name and 501.
@NullMarked
package brume.dynamodb.operation;

import org.jspecify.annotations.NullMarked;
