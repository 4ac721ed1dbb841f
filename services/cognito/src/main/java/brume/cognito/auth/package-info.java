/// Signing in: flows, challenges, and what is remembered between them.
///
/// Start with [SignIn].
@NullMarked
package brume.cognito.auth;

import org.jspecify.annotations.NullMarked;
