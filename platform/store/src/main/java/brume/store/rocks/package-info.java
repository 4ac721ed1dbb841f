/// The durable store on this machine: RocksDB in a directory of its own.
///
/// A directory holds `lock` (the process that uses it), `format` (the version of all that lies
/// beside it), `rocks/` (RocksDB's files) and `native/` (RocksDB's library, taken out of its jar
/// once). Start with [RocksStore].
@NullMarked
package brume.store.rocks;

import org.jspecify.annotations.NullMarked;
