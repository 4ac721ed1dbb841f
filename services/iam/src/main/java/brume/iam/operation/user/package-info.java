/// The operations on users, their policies, boundaries and tags: one file each, named as the
/// action.
///
/// Start with [CreateUser].
@NullMarked
package brume.iam.operation.user;

import org.jspecify.annotations.NullMarked;
