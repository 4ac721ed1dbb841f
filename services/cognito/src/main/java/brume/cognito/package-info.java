/// Amazon Cognito: user pools, which sign users up and in, and identity pools, which give them
/// credentials.
///
/// Where it differs from AWS: tokens name as their issuer the address under which this Brume
/// publishes the pool's keys, `<endpoint>/_brume/cognito-idp/<pool id>`, so that libraries find
/// them, while identity pools know a provider by AWS's name; invitations go by mail where no way of
/// delivery is named and there is an address; texts need a role named by `SmsConfiguration`, and
/// land in the mailbox as SNS's do; there are no devices, passkeys, providers outside of user
/// pools, domains of one's own, user imports or risk analyses, and what asks for them is refused by
/// name.
///
/// Start with [Cognito]; then `operation` and `auth` for user pools, `oauth` and `login` for their
/// domains, `identity.login` for identity pools.
@NullMarked
package brume.cognito;

import org.jspecify.annotations.NullMarked;
