/// OAuth 2.0 and OpenID Connect under the domains of pools: who asks for what, codes, and tokens
/// for them.
///
/// Where it differs from AWS: there are no providers beside the pool's own users, so that
/// `identity_provider` and `idp_identifier` other than `COGNITO` are refused.
///
/// Start with [AuthorizationRequest], then [TokenEndpoint].
@NullMarked
package brume.cognito.oauth;

import org.jspecify.annotations.NullMarked;
