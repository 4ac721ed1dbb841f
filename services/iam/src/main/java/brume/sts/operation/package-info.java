/// The operations of STS: one file each, named as the action.
///
/// Start with [AssumeRole].
@NullMarked
package brume.sts.operation;

import org.jspecify.annotations.NullMarked;
