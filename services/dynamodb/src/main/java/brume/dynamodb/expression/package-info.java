/// The expression language: conditions, filters, key conditions, updates and projections.
///
/// An expression goes through three steps. A parser reads its text into a tree and checks what the
/// text alone can say (grammar, functions, reserved words); such trees are kept by their text. A
/// binder puts the request's names and values in place of `#x` and `:x` and checks operands. The
/// result is evaluated against items.
///
/// Start with [Expressions]; the trees are [Condition], [Update] and [Projection].
@NullMarked
package brume.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
