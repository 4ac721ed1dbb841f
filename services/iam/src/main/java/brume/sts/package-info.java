/// AWS Security Token Service: temporary credentials of roles and users, and who a caller is.
///
/// Credentials carry themselves, sealed in their token, so that nothing is stored and they survive
/// a restart. Differs from AWS: no federation by SAML or OpenID Connect, no MFA, no session
/// policies of managed policies. Start with [Sts].
@NullMarked
package brume.sts;

import org.jspecify.annotations.NullMarked;
