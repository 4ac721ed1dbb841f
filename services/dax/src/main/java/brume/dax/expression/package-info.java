/// Expressions as DAX's clients send them: parsed, with their names put in and their values apart.
/// DynamoDB is told them as texts again.
///
/// Start with [Expressions] and [Projection].
@NullMarked
package brume.dax.expression;

import org.jspecify.annotations.NullMarked;
