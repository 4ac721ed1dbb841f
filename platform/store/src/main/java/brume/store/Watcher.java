package brume.store;

/// Is told what this process puts into the store, on the thread of whoever put it: it must be quick
/// and must not throw.
@FunctionalInterface
public interface Watcher {
  /// The arrays are for reading only.
  void put(byte[] key, byte[] value);
}
