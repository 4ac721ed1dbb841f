/// Roles that somebody wants to assume: their trust policies, and the sessions that come of them.
///
/// Start with [TrustedRole].
@NullMarked
package brume.sts.role;

import org.jspecify.annotations.NullMarked;
