/// What is kept of user pools: one class for each kind of thing. Users, client secrets and signing
/// keys are encrypted.
///
/// Start with [Directory].
@NullMarked
package brume.cognito.data;

import org.jspecify.annotations.NullMarked;
