/// The operations on access keys: one file each, named as the action.
///
/// Start with [CreateAccessKey].
@NullMarked
package brume.iam.operation.key;

import org.jspecify.annotations.NullMarked;
