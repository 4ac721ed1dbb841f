package brume.cognito.operation.group;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list that is known whole.
///
/// @param next where the next part begins; null at the end
record Slice<T>(List<T> items, @Nullable String next) {
  private static final int MAX = 60;

  static <T> Slice<T> of(List<T> all, @Nullable String token, @Nullable Integer limit) {
    int from = token == null ? 0 : Math.min(start(token), all.size());
    int asked = limit == null || limit == 0 ? MAX : Math.min(limit, MAX);
    int to = Math.min(from + asked, all.size());
    return new Slice<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  private static int start(String token) {
    try {
      return Integer.parseUnsignedInt(token);
    } catch (NumberFormatException _) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid pagination token given.");
    }
  }
}
