package brume.iam.entity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param marker where the next page begins; null at the end
public record Listing<T>(List<T> items, @Nullable String marker) {
  /// Source: IAM API reference, `MaxItems`.
  public static final int DEFAULT_ITEMS = 100;

  /// A page of what is small enough to be known as a whole, ordered by a name.
  ///
  /// @param marker an earlier page's; one that is none begins anew
  public static <T> Listing<T> of(
      List<T> all, Function<T, String> name, @Nullable String marker, @Nullable Integer maxItems) {
    var last = marker == null ? "" : decode(marker);
    int limit = limit(maxItems);
    var left =
        all.stream()
            .filter(item -> name.apply(item).compareTo(last) > 0)
            .sorted(Comparator.comparing(name))
            .toList();
    if (left.size() <= limit) {
      return new Listing<>(left, null);
    }
    var shown = left.subList(0, limit);
    return new Listing<>(shown, encode(name.apply(shown.getLast())));
  }

  public static int limit(@Nullable Integer maxItems) {
    return maxItems == null ? DEFAULT_ITEMS : maxItems;
  }

  public boolean isTruncated() {
    return marker != null;
  }

  public <R> Listing<R> map(Function<T, R> change) {
    return new Listing<>(items.stream().map(change).toList(), marker);
  }

  private static String encode(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decode(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
