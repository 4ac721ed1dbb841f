/// The operations on accounts as a whole: one file each, named as the action.
///
/// Start with [GetAccountAuthorizationDetails].
@NullMarked
package brume.iam.operation.account;

import org.jspecify.annotations.NullMarked;
