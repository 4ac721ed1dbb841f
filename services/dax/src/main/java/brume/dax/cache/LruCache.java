package brume.dax.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/// A memory of bounded size, in bytes, which gives up what was not asked for the longest. It is
/// split by the hashes of its keys, so that threads seldom wait for each other.
final class LruCache<K, V> {
  private static final int PARTS = 16;

  /// What an entry takes beside its key and value, in bytes.
  private static final long OVERHEAD = 128;

  private final Part<K, V>[] parts;
  private final ToLongBiFunction<K, V> size;

  /// @param bytes of all entries
  /// @param size of a key and a value, in bytes
  @SuppressWarnings({"unchecked", "rawtypes"})
  LruCache(long bytes, ToLongBiFunction<K, V> size) {
    this.size = size;
    parts = new Part[PARTS];
    for (int i = 0; i < PARTS; i++) {
      parts[i] = new Part<>(bytes / PARTS);
    }
  }

  private record Entry<V>(V value, long size, long expires) {}

  /// Null when it is not there, or not any more at `now`.
  @Nullable V get(K key, long now) {
    var part = part(key);
    synchronized (part) {
      var entry = part.entries.get(key);
      if (entry == null) {
        return null;
      }
      if (now >= entry.expires) {
        part.remove(key);
        return null;
      }
      return entry.value;
    }
  }

  /// @param expires the first moment at which it is not given any more, in milliseconds
  void put(K key, V value, long expires) {
    var entry = new Entry<>(value, size.applyAsLong(key, value) + OVERHEAD, expires);
    var part = part(key);
    synchronized (part) {
      part.put(key, entry);
    }
  }

  void remove(K key) {
    var part = part(key);
    synchronized (part) {
      part.remove(key);
    }
  }

  void clear() {
    for (var part : parts) {
      synchronized (part) {
        part.entries.clear();
        part.bytes = 0;
      }
    }
  }

  Occupancy occupancy() {
    var all = Occupancy.NONE;
    for (var part : parts) {
      synchronized (part) {
        all = all.plus(part.occupancy());
      }
    }
    return all;
  }

  private Part<K, V> part(K key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return parts[hash >>> 28];
  }

  private static final class Part<K, V> {
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long bytes;
    private long evictions;
    private long evictedBytes;

    Part(long most) {
      this.most = most;
    }

    Occupancy occupancy() {
      return new Occupancy(bytes, most, evictions, evictedBytes);
    }

    void put(K key, Entry<V> entry) {
      remove(key);
      if (entry.size > most) {
        return;
      }
      entries.put(key, entry);
      bytes += entry.size;
      for (var oldest = entries.values().iterator(); bytes > most; evictions++) {
        long size = oldest.next().size;
        bytes -= size;
        evictedBytes += size;
        oldest.remove();
      }
    }

    void remove(K key) {
      var gone = entries.remove(key);
      if (gone != null) {
        bytes -= gone.size;
      }
    }
  }
}
