/// The operations on OpenID Connect providers: one file each, named as the action.
///
/// Start with [CreateOpenIDConnectProvider].
@NullMarked
package brume.iam.operation.provider;

import org.jspecify.annotations.NullMarked;
