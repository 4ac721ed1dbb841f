/// Identities from elsewhere: tokens by which a provider outside of IAM vouches for somebody.
///
/// Start with [WebIdentities].
@NullMarked
package brume.identity.web;

import org.jspecify.annotations.NullMarked;
