/// Large objects as files: each written, synced and renamed before it has an id.
///
/// An object's id goes into the [brume.store.Store] in the transaction that makes it visible; a
/// file without such an entry is an orphan of a crash, and is swept. Start with [Blobs].
@NullMarked
package brume.store.blob;

import org.jspecify.annotations.NullMarked;
