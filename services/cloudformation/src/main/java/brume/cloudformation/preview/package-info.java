/// What a revision would change of a stack, before anything is changed.
///
/// Start with [Preview].
@NullMarked
package brume.cloudformation.preview;

import org.jspecify.annotations.NullMarked;
