/// The functions that pools ask at certain moments, by `lambda:Invoke`.
///
/// Start with [Triggers].
@NullMarked
package brume.cognito.trigger;

import org.jspecify.annotations.NullMarked;
