/// The operations by which users sign up, one file each, named as the action.
///
/// Start with [SignUpOperations].
@NullMarked
package brume.cognito.operation.signup;

import org.jspecify.annotations.NullMarked;
