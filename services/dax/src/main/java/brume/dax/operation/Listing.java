package brume.dax.operation;

import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts what is described into pages. A token is the index at which the next page begins.
final class Listing {
  /// Source: DAX API reference, `DescribeClusters`.
  private static final int MOST = 100;

  private Listing() {}

  record Page<T>(List<T> items, @Nullable String next) {}

  static <T> Page<T> page(List<T> all, @Nullable String token, @Nullable Integer limit) {
    int from = Math.min(all.size(), start(token));
    int count = limit == null ? MOST : limit;
    if (count < 1 || count > MOST) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "MaxResults must be between 1 and " + MOST + ": " + limit);
    }
    int to = Math.min(all.size(), from + count);
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  private static int start(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    if (!token.matches("\\d{1,9}")) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Invalid NextToken: " + token);
    }
    return Integer.parseInt(token);
  }
}
