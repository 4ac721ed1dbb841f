/// The operations on roles, their policies, boundaries and tags: one file each, named as the
/// action.
///
/// Start with [CreateRole].
@NullMarked
package brume.iam.operation.role;

import org.jspecify.annotations.NullMarked;
