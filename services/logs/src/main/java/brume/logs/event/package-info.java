/// Log events: which are taken, where they lie in their stream, and how readers page through them.
///
/// Start with [Batch] and [Position].
@NullMarked
package brume.logs.event;

import org.jspecify.annotations.NullMarked;
