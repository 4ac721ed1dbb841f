/// What the store keeps of parameters.
///
/// Start with [Parameters].
@NullMarked
package brume.ssm.data;

import org.jspecify.annotations.NullMarked;
