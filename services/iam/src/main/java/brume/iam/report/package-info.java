/// Accounts as a whole: how much is in them, who may do what, and which keys are about.
///
/// Start with [AuthorizationDetails].
@NullMarked
package brume.iam.report;

import org.jspecify.annotations.NullMarked;
