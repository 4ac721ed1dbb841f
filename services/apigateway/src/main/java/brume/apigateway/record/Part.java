package brume.apigateway.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a listing that is small enough to be read whole, in the order of its ids.
///
/// @param next the position of the next page; null at the end
public record Part<T>(List<T> items, @Nullable String next) {
  /// As API Gateway pages where a request names no limit.
  private static final int DEFAULT_ITEMS = 25;

  /// Source: API Gateway API reference, parameter `limit` of the listings.
  private static final int MAX_ITEMS = 500;

  /// @param position the id of the last item of the page before; null for the first page
  public static <T> Part<T> of(
      List<T> all,
      Function<T, @Nullable String> id,
      @Nullable String position,
      @Nullable Integer limit) {
    int size = limit == null ? DEFAULT_ITEMS : Math.clamp(limit, 1, MAX_ITEMS);
    var items = new ArrayList<T>();
    for (var item : all) {
      var own = String.valueOf(id.apply(item));
      if (position != null && own.compareTo(position) <= 0) {
        continue;
      }
      if (items.size() == size) {
        return new Part<>(List.copyOf(items), String.valueOf(id.apply(items.getLast())));
      }
      items.add(item);
    }
    return new Part<>(List.copyOf(items), null);
  }

  /// As [#of], for the listings that take their limit as text.
  public static <T> Part<T> ofText(
      List<T> all,
      Function<T, @Nullable String> id,
      @Nullable String position,
      @Nullable String limit) {
    return of(
        all,
        id,
        position,
        limit == null || !limit.matches("\\d{1,9}") ? null : (Integer) Integer.parseInt(limit));
  }
}
