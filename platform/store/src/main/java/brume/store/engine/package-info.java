/// What every engine on this machine shares: striped locks, buffered transactions, an orderly end.
///
/// An engine keeps ordered keys, gives snapshots and commits a set of writes; [EngineStore] makes a
/// [brume.store.Store] of it. A distributed engine brings transactions of its own and implements
/// `Store` directly. Start with [EngineStore].
@NullMarked
package brume.store.engine;

import org.jspecify.annotations.NullMarked;
