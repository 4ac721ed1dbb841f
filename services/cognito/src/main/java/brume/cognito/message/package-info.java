/// What users are told: codes and invitations, by mail through SES and by text through SNS.
///
/// Start with [Post].
@NullMarked
package brume.cognito.message;

import org.jspecify.annotations.NullMarked;
