/// Counts what was served, and remembers the last of it.
///
/// Start with [Meter].
@NullMarked
package brume.frontdoor.meter;

import org.jspecify.annotations.NullMarked;
