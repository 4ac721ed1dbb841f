package brume.dax.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
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
  private final LongAdder evictions = new LongAdder();

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
      evictions.add(part.put(key, entry));
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

  /// How many made room for others so far.
  long evictions() {
    return evictions.sum();
  }

  long bytes() {
    long sum = 0;
    for (var part : parts) {
      synchronized (part) {
        sum += part.bytes;
      }
    }
    return sum;
  }

  private Part<K, V> part(K key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return parts[hash >>> 28];
  }

  private static final class Part<K, V> {
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long bytes;

    Part(long most) {
      this.most = most;
    }

    /// How many made room for it.
    int put(K key, Entry<V> entry) {
      remove(key);
      if (entry.size > most) {
        return 0;
      }
      entries.put(key, entry);
      bytes += entry.size;
      int evicted = 0;
      for (Iterator<Entry<V>> oldest = entries.values().iterator(); bytes > most; evicted++) {
        bytes -= oldest.next().size;
        oldest.remove();
      }
      return evicted;
    }

    void remove(K key) {
      var gone = entries.remove(key);
      if (gone != null) {
        bytes -= gone.size;
      }
    }
  }
}
