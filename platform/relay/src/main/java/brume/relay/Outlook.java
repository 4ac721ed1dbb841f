package brume.relay;

import brume.service.Outbox;
import brume.store.Key;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Finds what is owed and offers it to the lane of its kind: what is put from now on as it is put,
/// and what is in the store already by looking.
final class Outlook {
  private static final Logger LOG = System.getLogger(Outlook.class.getName());

  private final Entries entries;
  private final Map<String, Lane> lanes;
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  Outlook(Entries entries, Map<String, Lane> lanes) {
    this.entries = entries;
    this.lanes = lanes;
  }

  /// Offers one entry of the store.
  void offer(Key key, byte[] value) {
    var kind = kind(value);
    var lane = lanes.get(kind);
    if (lane != null) {
      lane.offer(key);
    } else if (unknown.add(kind)) {
      LOG.log(Level.WARNING, "Nobody delivers what is owed of kind {0}; it stays", kind);
    }
  }

  /// Offers all entries that the lanes can hold.
  void look() {
    look(Outbox.ROOT, key -> lanes.values().stream().allMatch(lane -> lane.isBeyond(key)));
  }

  /// Offers the entries from `from` to where it is enough.
  void look(Key from, Predicate<Key> isEnough) {
    entries.visit(
        from,
        (key, value) -> {
          if (isEnough.test(key)) {
            return false;
          }
          offer(key, value);
          return true;
        });
  }

  private static String kind(byte[] value) {
    try {
      return Outbox.decode(value).kind();
    } catch (RuntimeException _) {
      return "(unreadable)";
    }
  }
}
