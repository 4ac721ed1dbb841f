package brume.dax.method;

import brume.dax.cache.ItemCache;
import brume.dax.cache.ItemCache.Cached;
import brume.dax.cache.ItemKey;
import java.util.LinkedHashMap;
import java.util.Map;

/// The writes of several items at once. Closing it forgets those that were not told what they
/// wrote.
final class Writings implements AutoCloseable {
  private final ItemCache items;
  private final Map<ItemKey, ItemCache.Writing> writings = new LinkedHashMap<>();
  private final Map<ItemKey, Cached> results = new LinkedHashMap<>();

  Writings(ItemCache items) {
    this.items = items;
  }

  /// @param result what is there after the write
  void begin(ItemKey key, Cached result) {
    begin(key);
    results.put(key, result);
  }

  /// A write whose result is not known.
  void begin(ItemKey key) {
    writings.computeIfAbsent(key, items::write);
  }

  /// It was not written after all, or nobody knows.
  void forget(ItemKey key) {
    results.remove(key);
  }

  /// All but the forgotten are as they were to be.
  void succeeded(long now) {
    results.forEach((key, result) -> writing(key).wrote(result, now));
  }

  private ItemCache.Writing writing(ItemKey key) {
    return java.util.Objects.requireNonNull(writings.get(key));
  }

  @Override
  public void close() {
    writings.values().forEach(ItemCache.Writing::close);
  }
}
