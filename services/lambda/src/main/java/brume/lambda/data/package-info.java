/// What touches the store: functions, their versions and aliases, and all that belongs to them.
///
/// Every change of a function or of what belongs to it takes the lock of the function, so that
/// nothing outlives it. Start with [Functions].
@NullMarked
package brume.lambda.data;

import org.jspecify.annotations.NullMarked;
