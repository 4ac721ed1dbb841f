/// Users: attributes, passwords, codes, authenticator apps, and how many attempts they have.
///
/// Pure. Start with [User].
@NullMarked
package brume.cognito.user;

import org.jspecify.annotations.NullMarked;
