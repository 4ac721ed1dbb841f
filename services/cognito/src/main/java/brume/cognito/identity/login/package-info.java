/// Who somebody is, and what they get for it: logins, tokens, roles, credentials.
///
/// Start with [Vouching].
@NullMarked
package brume.cognito.identity.login;

import org.jspecify.annotations.NullMarked;
