/// Tokens: what they say, who issues them and who holds them.
///
/// Where it differs from AWS: the issuer is the address of this Brume, since that is where the keys
/// are; access and id tokens of a pool are signed with one key.
///
/// Start with [Tokens], then [AccessTokens].
@NullMarked
package brume.cognito.token;

import org.jspecify.annotations.NullMarked;
