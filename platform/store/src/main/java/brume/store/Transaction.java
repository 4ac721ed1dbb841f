package brume.store;

/// Reads see the transaction's own writes. Writes are buffered and applied in key order at commit.
///
/// A scan sees what was written before it began, so entries may be changed while walking them. All
/// else it reads is of one moment, under its locks. Keys and values together are at most 5 MB; a
/// larger transaction throws [IllegalArgumentException]. Arrays are handed over: do not touch them
/// again.
public interface Transaction extends Reader {
  void put(byte[] key, byte[] value);

  void delete(byte[] key);
}
