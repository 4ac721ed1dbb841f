/// The operations on second factors, one file each, named as the action.
///
/// Start with [MfaOperations].
@NullMarked
package brume.cognito.operation.mfa;

import org.jspecify.annotations.NullMarked;
