/// The operations on managed policies and their versions: one file each, named as the action.
///
/// Start with [CreatePolicy].
@NullMarked
package brume.iam.operation.policy;

import org.jspecify.annotations.NullMarked;
