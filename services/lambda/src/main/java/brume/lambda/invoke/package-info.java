/// Brings requests to functions: whose credentials they run with, how many run at a time, where
/// their logs go, and the queue of asynchronous requests.
///
/// Start with [Invoker].
@NullMarked
package brume.lambda.invoke;

import org.jspecify.annotations.NullMarked;
