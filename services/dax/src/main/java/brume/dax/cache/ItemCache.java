package brume.dax.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Items by their keys, and which keys have none.
///
/// Whoever reads or writes an item in the table says so before, and tells the result after. What a
/// reader found is remembered unless somebody wrote meanwhile; what was written is remembered
/// unless somebody else wrote meanwhile, since nobody knows who was the last.
public final class ItemCache {
  /// Keys share these by their hashes.
  private static final int STRIPES = 1 << 10;

  private final LruCache<ItemKey, Cached> items;
  private final Stripe[] stripes = new Stripe[STRIPES];
  private volatile long life;

  /// @param bytes it may take
  /// @param life how long what was read or written is given; zero for as long as there is room
  public ItemCache(long bytes, Duration life) {
    items = new LruCache<>(bytes, (key, cached) -> key.bytes() + cached.bytes());
    this.life = life.toMillis();
    java.util.Arrays.setAll(stripes, _ -> new Stripe());
  }

  /// What is known of a key: its item's attributes in the form of the protocol, or that there is no
  /// item.
  public record Cached(byte @Nullable [] item) {
    public static final Cached NO_ITEM = new Cached(null);

    int bytes() {
      return item == null ? 0 : item.length;
    }
  }

  /// Null when nothing is known.
  ///
  /// @param now in milliseconds
  public @Nullable Cached get(ItemKey key, long now) {
    return items.get(key, now);
  }

  /// To be called before an item is read in its table.
  public Reading read(ItemKey key) {
    var stripe = stripe(key);
    synchronized (stripe) {
      return new Reading(key, stripe.beginRead());
    }
  }

  /// To be called before an item is written in its table.
  public Writing write(ItemKey key) {
    var stripe = stripe(key);
    synchronized (stripe) {
      return new Writing(key, stripe.beginWrite());
    }
  }

  public final class Reading {
    private final ItemKey key;
    private final long seen;

    private Reading(ItemKey key, long seen) {
      this.key = key;
      this.seen = seen;
    }

    /// What was found, at `now`.
    public void found(Cached cached, long now) {
      var stripe = stripe(key);
      synchronized (stripe) {
        if (stripe.isQuietSince(seen)) {
          put(key, cached, now);
        }
      }
    }
  }

  /// A write, whose item is forgotten unless it is told what it wrote.
  public final class Writing implements AutoCloseable {
    private final ItemKey key;
    private final long number;
    private boolean ended;

    private Writing(ItemKey key, long number) {
      this.key = key;
      this.number = number;
    }

    /// What is there now.
    public void wrote(Cached cached, long now) {
      end(cached, now);
    }

    /// Forgets the item when it is not known what is there.
    @Override
    public void close() {
      end(null, 0);
    }

    private void end(@Nullable Cached cached, long now) {
      var stripe = stripe(key);
      synchronized (stripe) {
        if (ended) {
          return;
        }
        ended = true;
        if (stripe.endWrite(number) && cached != null) {
          put(key, cached, now);
        } else {
          items.remove(key);
        }
      }
    }
  }

  private void put(ItemKey key, Cached cached, long now) {
    items.put(key, cached, life == 0 ? Long.MAX_VALUE : now + life);
  }

  private Stripe stripe(ItemKey key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return stripes[hash >>> 22];
  }

  /// Lets what comes from now on live as long as this.
  public void lives(Duration newLife) {
    life = newLife.toMillis();
  }

  public void clear() {
    items.clear();
  }

  public Occupancy occupancy() {
    return items.occupancy();
  }
}
