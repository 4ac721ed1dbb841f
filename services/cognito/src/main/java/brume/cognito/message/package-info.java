/// What users are told: codes and invitations, by mail through SES.
///
/// Start with [Post].
@NullMarked
package brume.cognito.message;

import org.jspecify.annotations.NullMarked;
