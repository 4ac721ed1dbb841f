package brume.s3.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a listing.
///
/// @param entries in order
/// @param commonPrefixes in order
/// @param next the last key or common prefix of this page, behind which the next begins; null when
///   there is none
/// @param nextWithin which of that key's entries was the last; null behind a common prefix
public record Page<T>(
    List<T> entries, List<String> commonPrefixes, @Nullable String next, @Nullable T nextWithin) {
  public boolean truncated() {
    return next != null;
  }

  public int count() {
    return entries.size() + commonPrefixes.size();
  }
}
