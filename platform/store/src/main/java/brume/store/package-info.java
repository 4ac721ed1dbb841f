/// The durable ordered store: byte keys to byte values, snapshots, scans, and transactions that
/// commit together or not at all; and blobs, which are files.
///
/// Start with [Store].
@NullMarked
package brume.store;

import org.jspecify.annotations.NullMarked;
