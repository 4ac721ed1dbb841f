/// The operations on groups, their users and policies: one file each, named as the action.
///
/// Start with [CreateGroup].
@NullMarked
package brume.iam.operation.group;

import org.jspecify.annotations.NullMarked;
