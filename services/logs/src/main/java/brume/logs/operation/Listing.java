package brume.logs.operation;

import brume.model.logs.CloudWatchLogsError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cuts a listing into pages. A token is the position of a page's last entry.
final class Listing {
  private static final int DEFAULT_LIMIT = 50;

  private Listing() {}

  record Page<T>(List<T> items, @Nullable String next) {}

  /// @param sorted by their positions, upwards or downwards
  /// @param token the earlier page's [Page#next]
  static <T> Page<T> page(
      List<T> sorted,
      Function<T, String> position,
      @Nullable String token,
      @Nullable Integer limit) {
    int from = token == null ? 0 : behind(sorted, position, decode(token));
    int to = Math.min(sorted.size(), from + (limit == null ? DEFAULT_LIMIT : limit));
    var items = sorted.subList(from, to);
    var next = to < sorted.size() ? encode(position.apply(items.getLast())) : null;
    return new Page<>(items, next);
  }

  /// The index of the first entry behind a position, whether that entry is still there or not.
  private static <T> int behind(List<T> sorted, Function<T, String> position, String last) {
    boolean isUpwards =
        sorted.size() < 2
            || position.apply(sorted.getFirst()).compareTo(position.apply(sorted.getLast())) < 0;
    int index = 0;
    while (index < sorted.size()) {
      int order = position.apply(sorted.get(index)).compareTo(last);
      if (isUpwards ? order > 0 : order < 0) {
        break;
      }
      index++;
    }
    return index;
  }

  private static String encode(String position) {
    return Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "The specified nextToken is invalid.");
    }
  }
}
