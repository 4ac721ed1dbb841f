/// The operations on users by those who may, one file each, named as the action.
///
/// Start with [AdminOperations].
@NullMarked
package brume.cognito.operation.admin;

import org.jspecify.annotations.NullMarked;
