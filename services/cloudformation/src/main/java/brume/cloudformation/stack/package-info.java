/// What a stack is made of, as values: its versions, its resources and the work that is under way.
///
/// Start with [Revision], which is what is wanted, then [LogicalResource], which is what there is,
/// then [Deployment].
@NullMarked
package brume.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
