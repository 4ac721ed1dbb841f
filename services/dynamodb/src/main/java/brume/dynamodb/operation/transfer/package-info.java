/// The operations that bring tables to S3 and from there.
@NullMarked
package brume.dynamodb.operation.transfer;

import org.jspecify.annotations.NullMarked;
