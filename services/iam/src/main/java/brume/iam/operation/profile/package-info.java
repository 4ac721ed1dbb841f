/// The operations on instance profiles: one file each, named as the action.
///
/// Start with [CreateInstanceProfile].
@NullMarked
package brume.iam.operation.profile;

import org.jspecify.annotations.NullMarked;
