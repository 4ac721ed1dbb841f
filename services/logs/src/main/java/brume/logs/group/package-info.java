/// Log groups and log streams: what is kept of them, and how they are named.
///
/// Start with [Group].
@NullMarked
package brume.logs.group;

import org.jspecify.annotations.NullMarked;
