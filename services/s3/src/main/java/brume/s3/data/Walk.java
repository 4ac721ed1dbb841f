package brume.s3.data;

import brume.s3.listing.Listing;
import brume.s3.listing.Page;
import brume.store.Key;
import brume.store.KeyRange;
import brume.store.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks keys in order and leaps over those that are rolled up, so that a page costs as many steps
/// as it has entries, however many keys lie behind its common prefixes.
final class Walk<T> {
  private final Reader reader;
  private final Key root;
  private final Listing listing;
  private final Decoder<T> decoder;
  private final List<T> entries = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private String last = "";
  private @Nullable T lastEntry;
  private boolean full;

  /// Reads an entry from the bytes stored under a key.
  interface Decoder<T> {
    T decode(String key, byte[] value);
  }

  /// @param root under which the keys are
  Walk(Reader reader, Key root, Listing listing, Decoder<T> decoder) {
    this.reader = reader;
    this.root = root;
    this.listing = listing;
    this.decoder = decoder;
  }

  /// @param seen the entry of the key [Listing#after] behind which the page begins; null for the
  ///   last one of that key
  Page<T> page(@Nullable Key seen) {
    if (listing.limit() > 0) {
      var range = KeyRange.prefix(stem(listing.prefix()));
      if (seen != null) {
        range = behind(range, range.after(seen).from());
      } else if (!listing.after().isEmpty()) {
        range = behind(range, root.then(listing.after()).children().to());
      }
      while (range != null) {
        range = walk(range);
      }
    }
    return new Page<>(entries, prefixes, full ? last : null, full ? lastEntry : null);
  }

  /// Walks until it leaps, and returns the range where it lands; null at the end.
  private @Nullable KeyRange walk(KeyRange range) {
    if (range.isEmpty()) {
      return null;
    }
    try (var cursor = reader.scan(range)) {
      while (cursor.next()) {
        var key = Layout.textAt(cursor.key(), root.bytes().length).text();
        var common = listing.commonPrefix(key);
        if (common != null && common.equals(listing.after())) {
          return leap(range, common);
        }
        if (entries.size() + prefixes.size() == listing.limit()) {
          full = true;
          return null;
        }
        last = common == null ? key : common;
        if (common != null) {
          prefixes.add(common);
          lastEntry = null;
          return leap(range, common);
        }
        lastEntry = decoder.decode(key, cursor.value());
        entries.add(lastEntry);
      }
    }
    return null;
  }

  private KeyRange leap(KeyRange range, String common) {
    return behind(range, KeyRange.prefix(stem(common)).to());
  }

  private static KeyRange behind(KeyRange range, byte[] from) {
    return Arrays.compareUnsigned(from, range.from()) > 0 ? new KeyRange(from, range.to()) : range;
  }

  /// What the keys begin with whose text begins with `prefix`.
  private byte[] stem(String prefix) {
    var whole = root.then(prefix).bytes();
    return Arrays.copyOf(whole, whole.length - Layout.END_BYTES);
  }
}
