/// What keeps secrets: encryption at rest, and of what clients carry about.
///
/// Start with [Seal].
@NullMarked
package brume.cognito.secret;

import org.jspecify.annotations.NullMarked;
