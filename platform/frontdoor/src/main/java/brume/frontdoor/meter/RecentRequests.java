package brume.frontdoor.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The last requests, the oldest of which makes room for the next.
public final class RecentRequests implements Ledger {
  /// How many are remembered.
  public static final int SIZE = 1_024;

  private final AtomicReferenceArray<Served> ring = new AtomicReferenceArray<>(SIZE);
  private final AtomicLong next = new AtomicLong();

  @Override
  public void record(Served served) {
    ring.set((int) (next.getAndIncrement() % SIZE), served);
  }

  /// At most `limit` of them, the newest first.
  public List<Served> newest(int limit) {
    var found = new ArrayList<Served>();
    long last = next.get() - 1;
    for (long at = last; at >= 0 && at > last - Math.min(limit, SIZE); at--) {
      var served = ring.get((int) (at % SIZE));
      if (served != null) {
        found.add(served);
      }
    }
    return found;
  }
}
