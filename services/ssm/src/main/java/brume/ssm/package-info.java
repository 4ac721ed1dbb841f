/// Systems Manager's Parameter Store: named values in hierarchies, with their versions and labels.
///
/// A parameter is the list of its versions, and the latest one is its value; see
/// [brume.ssm.data.Parameters].
///
/// Where it differs from AWS: nothing is encrypted, so that `SecureString` is refused; there are no
/// policies, no public parameters under `/aws`, no parameters of other accounts, and nothing of
/// Systems Manager beyond Parameter Store.
@NullMarked
package brume.ssm;

import org.jspecify.annotations.NullMarked;
