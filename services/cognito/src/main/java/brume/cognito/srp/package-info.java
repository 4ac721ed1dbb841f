/// Secure Remote Password: passwords are verified without ever being sent, or kept.
///
/// Pure. Start with [Verifier], then [Exchange].
@NullMarked
package brume.cognito.srp;

import org.jspecify.annotations.NullMarked;
