package brume.dax.cache;

import brume.base.Bytes;

/// An item of a table.
///
/// @param key spelled in one way
public record ItemKey(String table, Bytes key) {
  public static ItemKey of(String table, byte[] key) {
    return new ItemKey(table, Bytes.wrap(key));
  }

  int bytes() {
    return table.length() + key.length();
  }
}
