package brume.identity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// A bounded memory of what is costly to compute: each key has one slot and pushes out whatever was
/// there. No lock, no order, never larger than it was made.
public final class Slots<K, V> {
  private final AtomicReferenceArray<Map.@Nullable Entry<K, V>> slots;

  /// @param size the most entries ever kept; a power of two
  public Slots(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("Not a power of two: " + size);
    }
    slots = new AtomicReferenceArray<>(size);
  }

  public @Nullable V get(K key) {
    var entry = slots.get(slot(key));
    return entry != null && entry.getKey().equals(key) ? entry.getValue() : null;
  }

  public void put(K key, V value) {
    slots.set(slot(key), Map.entry(key, value));
  }

  private int slot(K key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (slots.length() - 1);
  }
}
