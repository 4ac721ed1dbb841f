package brume.dynamodb.data;

import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.stream.Cause;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;

/// Many writes of items that nobody waits for, several in one transaction.
public final class Bulk {
  /// The size of the items of one transaction, about; their index entries and images come to it.
  private static final int BATCH_BYTES = 1 << 18;

  private static final int BATCH = 100;

  private final Items items;
  private final Cause cause;
  private final List<Write> writes = new ArrayList<>();
  private long bytes;

  public Bulk(Items items, Cause cause) {
    this.items = items;
    this.cause = cause;
  }

  /// @param write one that puts or deletes whatever was there
  public void add(Write write) {
    var item = write.decision().after(null);
    writes.add(write);
    bytes += item == null ? 0 : ItemSize.of(item);
    if (bytes >= BATCH_BYTES || writes.size() >= BATCH) {
      flush();
    }
  }

  /// What is too much for one transaction, for what it replaces is larger, goes one by one.
  public void flush() {
    if (writes.isEmpty()) {
      return;
    }
    try {
      items.changeAll(List.copyOf(writes), cause);
    } catch (ServiceException e) {
      if (writes.size() == 1) {
        throw e;
      }
      for (var write : writes) {
        items.change(write, cause);
      }
    }
    writes.clear();
    bytes = 0;
  }
}
