/// What the store keeps of stacks, change sets and exports.
///
/// Start with [Stacks], and then [StackView] for what there is of one stack.
@NullMarked
package brume.cloudformation.data;

import org.jspecify.annotations.NullMarked;
