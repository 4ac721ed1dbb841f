package brume.dynamodb.data;

import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemSize;
import brume.store.KeyRange;
import brume.store.Store;

/// Counts what a table or index holds, so that no write has to keep a counter, which all writers of
/// a table would have to share.
///
/// As AWS's, the numbers are approximate: of a table of up to 10,000 items they are exact, of a
/// larger one they are what an even sample of the hashes says.
public final class Statistics {
  static final int MAX_COUNTED = 10_000;

  /// Of a large table, one in so many segments is counted.
  private static final int SAMPLE = 64;

  private final Store store;

  public Statistics(Store store) {
    this.store = store;
  }

  /// @param bytes as DynamoDB counts them
  public record Size(long items, long bytes) {}

  public Size of(brume.dynamodb.table.KeySpace space) {
    var all = count(space.all());
    if (all.items < MAX_COUNTED) {
      return all;
    }
    int segments = SAMPLE;
    var sample = count(space.segment(0, segments));
    while (sample.items >= MAX_COUNTED) {
      segments *= SAMPLE;
      sample = count(space.segment(0, segments));
    }
    return new Size(
        Math.max(all.items, sample.items * segments), Math.max(all.bytes, sample.bytes * segments));
  }

  private Size count(KeyRange range) {
    long items = 0;
    long bytes = 0;
    try (var snapshot = store.snapshot();
        var cursor = snapshot.scan(range)) {
      while (items < MAX_COUNTED && cursor.next()) {
        items++;
        bytes += ItemSize.of(ItemReader.read(cursor.value()));
      }
    }
    return new Size(items, bytes);
  }
}
