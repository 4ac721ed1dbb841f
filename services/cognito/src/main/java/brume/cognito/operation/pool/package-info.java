/// The operations on pools, one file each, named as the action.
///
/// Start with [PoolOperations].
@NullMarked
package brume.cognito.operation.pool;

import org.jspecify.annotations.NullMarked;
