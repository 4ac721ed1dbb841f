/// The actions on several items at once, all or none of them.
@NullMarked
package brume.dynamodb.operation.transaction;

import org.jspecify.annotations.NullMarked;
