/// What functions are: how requests name them, what may be said of them, and what they are then.
///
/// Pure: nothing here touches the store or runs anything. Start with [FunctionName] and
/// [NewFunction].
@NullMarked
package brume.lambda.function;

import org.jspecify.annotations.NullMarked;
