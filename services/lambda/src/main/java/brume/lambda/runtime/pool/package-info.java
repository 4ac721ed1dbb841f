/// Keeps execution environments and brings requests to them.
///
/// [Environments] is the door. A request takes the environment of its function that was used last,
/// or waits for whichever comes first: one that is released or one that starts. [Pool] keeps the
/// books, [Environment] is one of them, [Journal] writes its log.
@NullMarked
package brume.lambda.runtime.pool;

import org.jspecify.annotations.NullMarked;
