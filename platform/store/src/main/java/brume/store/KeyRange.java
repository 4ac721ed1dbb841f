package brume.store;

import java.util.Arrays;

/// The keys from `from` to before `to`; an empty `to` is the end of the store.
public record KeyRange(byte[] from, byte[] to) {
  /// All keys that begin with `prefix`.
  public static KeyRange prefix(byte[] prefix) {
    return new KeyRange(prefix, after(prefix));
  }

  /// The keys of this range behind `key`.
  public KeyRange after(Key key) {
    return new KeyRange(Arrays.copyOf(key.bytes(), key.bytes().length + 1), to);
  }

  /// The keys of this range before `key`.
  public KeyRange before(Key key) {
    return new KeyRange(from, key.bytes());
  }

  /// Whether no key can be in it.
  public boolean isEmpty() {
    return to.length > 0 && Arrays.compareUnsigned(from, to) >= 0;
  }

  /// The first key behind all that begin with `prefix`.
  private static byte[] after(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xFF) {
        var end = Arrays.copyOf(prefix, i + 1);
        end[i]++;
        return end;
      }
    }
    return new byte[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyRange that
        && Arrays.equals(from, that.from)
        && Arrays.equals(to, that.to);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
  }
}
