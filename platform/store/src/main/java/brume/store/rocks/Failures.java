package brume.store.rocks;

import brume.store.StoreUnavailableException;
import org.rocksdb.RocksDBException;

/// What RocksDB's failures mean to a caller.
final class Failures {
  private Failures() {}

  static StoreUnavailableException unavailable(String what, RocksDBException cause) {
    return new StoreUnavailableException(what + ": " + cause.getMessage(), cause);
  }
}
