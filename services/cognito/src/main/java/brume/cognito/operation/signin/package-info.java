/// The operations by which users sign in, one file each, named as the action.
///
/// Start with [SignInOperations].
@NullMarked
package brume.cognito.operation.signin;

import org.jspecify.annotations.NullMarked;
