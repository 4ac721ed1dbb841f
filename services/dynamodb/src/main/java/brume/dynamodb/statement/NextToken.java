package brume.dynamodb.statement;

import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemReader;
import brume.dynamodb.item.ItemWriter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The key of the last item that a statement read, as clients carry it to the next request.
public final class NextToken {
  private NextToken() {}

  public static @Nullable String encode(@Nullable Item last) {
    return last == null
        ? null
        : Base64.getUrlEncoder().withoutPadding().encodeToString(ItemWriter.write(last));
  }

  /// Throws a validation error for a text that is no token.
  public static @Nullable Item decode(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      return ItemReader.read(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException _) {
      throw Invalid.request("Given NextToken is invalid");
    }
  }
}
