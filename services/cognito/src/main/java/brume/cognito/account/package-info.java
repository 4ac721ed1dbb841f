/// What becomes of user accounts: signing up, confirming, recovering, changing.
///
/// Start with [Registration].
@NullMarked
package brume.cognito.account;

import org.jspecify.annotations.NullMarked;
