package brume.dax.node;

/// What the process gives to its clusters.
///
/// @param clusters how many may run
/// @param itemBytes the item cache of each
/// @param queryBytes the query cache of each
public record Settings(int clusters, long itemBytes, long queryBytes, Limits limits) {
  private static final long MOST_ITEM_BYTES = 64L << 20;
  private static final long LEAST_ITEM_BYTES = 4L << 20;

  /// One part in so many of the heap is an item cache.
  private static final int HEAP_PART = 48;

  /// All caches together take at most one part in so many of the heap.
  private static final int ALL_CACHES_PART = 4;

  /// By the size of the heap.
  public static Settings ofHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    long items = Math.clamp(heap / HEAP_PART, LEAST_ITEM_BYTES, MOST_ITEM_BYTES);
    long queries = items / 2;
    int clusters = (int) Math.max(1, heap / ALL_CACHES_PART / (items + queries));
    return new Settings(clusters, items, queries, Limits.STANDARD);
  }
}
