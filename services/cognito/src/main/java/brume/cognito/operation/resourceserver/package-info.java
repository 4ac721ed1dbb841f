/// The operations on resource servers, one file each, named as the action.
///
/// Start with [ResourceServerOperations].
@NullMarked
package brume.cognito.operation.resourceserver;

import org.jspecify.annotations.NullMarked;
