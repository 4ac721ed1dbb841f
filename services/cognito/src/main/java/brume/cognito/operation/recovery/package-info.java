/// The operations of users who forgot their password, one file each, named as the action.
///
/// Start with [RecoveryOperations].
@NullMarked
package brume.cognito.operation.recovery;

import org.jspecify.annotations.NullMarked;
