package brume.dynamodb.table;

/// Spreads partition keys evenly over 32 bits, the same way for ever: stored keys begin with it.
final class PartitionHash {
  /// How many values there are.
  static final long RANGE = 1L << 32;

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private PartitionHash() {}

  /// FNV-1a, then the finalizer of MurmurHash3, since FNV alone leaves the upper bits of short keys
  /// too much alike.
  static int of(byte[] key) {
    long hash = FNV_OFFSET;
    for (byte b : key) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return (int) (hash >>> 32);
  }

  static byte[] bytes(int hash) {
    return new byte[] {
      (byte) (hash >>> 24), (byte) (hash >>> 16), (byte) (hash >>> 8), (byte) hash
    };
  }
}
