/// What is kept of identity pools.
///
/// Start with [IdentityDirectory].
@NullMarked
package brume.cognito.identity.data;

import org.jspecify.annotations.NullMarked;
