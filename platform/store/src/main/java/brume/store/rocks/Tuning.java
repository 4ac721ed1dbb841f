package brume.store.rocks;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Env;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileManager;
import org.rocksdb.WALRecoveryMode;

/// RocksDB's options for two cores and small idle memory; see `docs/decisions/0002-store.md`.
final class Tuning implements AutoCloseable {
  /// One flush and one compaction beside it.
  private static final int BACKGROUND_JOBS = 2;

  /// Files whose descriptors and table readers stay open, 32 MB or more each.
  private static final int OPEN_FILES = 512;

  /// One being written, one being flushed, one in reserve; the log of all is read after a crash.
  private static final int LOGS_PER_MEMTABLE = 3;

  /// 1 % false positives, so a get for a missing key reads no block of 99 of 100 files.
  private static final double BLOOM_BITS_PER_KEY = 10;

  private static final int BLOCK_BYTES = 8 * 1024;
  private static final int CACHE_SHARD_BITS = 2;
  private static final long INFO_LOG_BYTES = 1024 * 1024;

  private final Deque<AbstractNativeReference> owned = new ArrayDeque<>();
  private final Options options;

  Tuning(RocksSettings settings) {
    options = own(new Options());
    files();
    memory(settings);
    tables(settings);
  }

  Options options() {
    return options;
  }

  private void files() {
    options
        .setCreateIfMissing(true)
        .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
        .setMaxOpenFiles(OPEN_FILES)
        .setMaxBackgroundJobs(BACKGROUND_JOBS)
        .setKeepLogFileNum(2)
        .setMaxLogFileSize(INFO_LOG_BYTES)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setStatsDumpPeriodSec(0)
        .setStatsPersistPeriodSec(0);
    // It watches the disk after "no space left" and lets RocksDB write again when there is some.
    options.setSstFileManager(own(spaceWatcher()));
  }

  private static SstFileManager spaceWatcher() {
    try {
      return new SstFileManager(Env.getDefault());
    } catch (RocksDBException e) {
      throw new UnusableDirectoryException("RocksDB cannot watch the disk: " + e.getMessage(), e);
    }
  }

  private void memory(RocksSettings settings) {
    options
        .setWriteBufferSize(settings.memtableBytes())
        .setMaxWriteBufferNumber(LOGS_PER_MEMTABLE)
        .setMaxTotalWalSize(LOGS_PER_MEMTABLE * settings.memtableBytes())
        // One committer writes: nobody is there to share a memtable with.
        .setAllowConcurrentMemtableWrite(false);
  }

  private void tables(RocksSettings settings) {
    options
        .setLevelCompactionDynamicLevelBytes(true)
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setTableFormatConfig(
            new BlockBasedTableConfig()
                .setBlockCache(own(new LRUCache(settings.cacheBytes(), CACHE_SHARD_BITS)))
                .setBlockSize(BLOCK_BYTES)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setIndexType(IndexType.kBinarySearch)
                .setFormatVersion(6)
                .setFilterPolicy(own(new BloomFilter(BLOOM_BITS_PER_KEY))));
  }

  private <T extends AbstractNativeReference> T own(T resource) {
    owned.push(resource);
    return resource;
  }

  @Override
  public void close() {
    owned.forEach(AbstractNativeReference::close);
  }
}
