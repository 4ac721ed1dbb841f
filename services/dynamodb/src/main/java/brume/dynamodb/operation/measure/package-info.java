/// What CloudWatch shows of operations, counted around them.
@NullMarked
package brume.dynamodb.operation.measure;

import org.jspecify.annotations.NullMarked;
