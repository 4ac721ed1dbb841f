/// AWS Security Token Service: who calls, and temporary credentials.
///
/// Where it differs from AWS: the owner of an account may assume roles that trust the account,
/// which AWS refuses, since the owner's key is what everybody begins with here and there is nothing
/// that the owner might not do anyway; what counts towards the packed size of session policies and
/// tags is the session token, which carries them; the message that `DecodeAuthorizationMessage`
/// takes is in the header `x-brume-authorization-message` of every denial, whose text is AWS's;
/// there are no MFA devices, SAML providers or context assertions.
///
/// Start with [Sts], then `operation`.
@NullMarked
package brume.sts;

import org.jspecify.annotations.NullMarked;
