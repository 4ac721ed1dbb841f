package brume.store;

import java.util.List;

/// What a transaction decides on, and so no other may decide on meanwhile.
public record Locks(List<byte[]> names) {
  /// For a transaction that decides on nothing, such as a blind put.
  public static final Locks NONE = new Locks(List.of());

  public static Locks of(byte[]... names) {
    return new Locks(List.of(names));
  }

  public static Locks of(Key... keys) {
    return new Locks(java.util.Arrays.stream(keys).map(Key::bytes).toList());
  }
}
