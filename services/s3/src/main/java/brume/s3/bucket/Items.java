package brume.s3.bucket;

import brume.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy may write as one value or as a list of values.
final class Items {
  private Items() {}

  static List<Json> of(@Nullable Json value) {
    return switch (value) {
      case null -> List.of();
      case Json.Arr(List<Json> items) -> items;
      default -> List.of(value);
    };
  }
}
