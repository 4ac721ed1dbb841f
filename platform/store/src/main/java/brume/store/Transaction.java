package brume.store;

/// Reads see the transaction's own writes. Writes are buffered and applied in key order at commit.
public interface Transaction extends Reader {
  void put(byte[] key, byte[] value);

  void delete(byte[] key);
}
