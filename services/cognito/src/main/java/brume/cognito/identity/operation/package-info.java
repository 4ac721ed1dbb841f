/// The operations on identity pools and identities: one file each, named as the action.
///
/// Start with [IdentityPoolOperations].
@NullMarked
package brume.cognito.identity.operation;

import org.jspecify.annotations.NullMarked;
