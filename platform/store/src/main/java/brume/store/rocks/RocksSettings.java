package brume.store.rocks;

/// How much memory the store may take, and how much disk it leaves free.
///
/// @param cacheBytes blocks read from disk, with indexes and filters; taken as they are read
/// @param memtableBytes recent writes in memory, before they become a sorted file; there may be
///   three such tables for a moment, and their log is read again after a crash
/// @param reserveBytes with less space free on the disk than this, writes are refused; flushing and
///   compacting what is there still can
public record RocksSettings(long cacheBytes, long memtableBytes, long reserveBytes) {
  private static final long MB = 1024 * 1024;

  public static final RocksSettings DEFAULT = new RocksSettings(64 * MB, 32 * MB, 128 * MB);

  public RocksSettings {
    if (cacheBytes < MB || memtableBytes < MB || reserveBytes < 0) {
      throw new IllegalArgumentException("Cache and memtable take 1 MB at least");
    }
  }
}
