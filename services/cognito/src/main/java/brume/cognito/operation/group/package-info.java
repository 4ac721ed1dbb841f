/// The operations on groups, one file each, named as the action.
///
/// Start with [GroupOperations].
@NullMarked
package brume.cognito.operation.group;

import org.jspecify.annotations.NullMarked;
