/// What holds for signing in wherever somebody does: how often one may guess, and the codes of
/// authenticator apps. Both are pure.
///
/// Start with [OneTimeCodes].
@NullMarked
package brume.identity.login;

import org.jspecify.annotations.NullMarked;
