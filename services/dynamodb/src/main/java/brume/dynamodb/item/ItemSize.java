package brume.dynamodb.item;

import brume.base.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Sizes in bytes as DynamoDB counts them, which are not the sizes of what is stored.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats".
public final class ItemSize {
  /// Names and values together.
  public static final int MAX_BYTES = 400 * 1024;

  private static final int DOCUMENT_OVERHEAD = 3;
  private static final int ELEMENT_OVERHEAD = 1;

  private ItemSize() {}

  public static int of(Item item) {
    return ofEntries(item.attributes());
  }

  public static int of(Value value) {
    return switch (value) {
      case Value.S(var text) -> utf8Length(text);
      case Value.N(var digits) -> ofNumber(digits);
      case Value.B(var bytes) -> bytes.length();
      case Value.Bool _, Value.Null _ -> 1;
      case Value.SS(var texts) -> texts.stream().mapToInt(ItemSize::utf8Length).sum();
      case Value.NS(var numbers) -> numbers.stream().mapToInt(ItemSize::ofNumber).sum();
      case Value.BS(var blobs) -> blobs.stream().mapToInt(Bytes::length).sum();
      case Value.L(var items) -> {
        int size = DOCUMENT_OVERHEAD;
        for (var item : items) {
          size += ELEMENT_OVERHEAD + of(item);
        }
        yield size;
      }
      case Value.M(var entries) ->
          DOCUMENT_OVERHEAD + entries.size() * ELEMENT_OVERHEAD + ofEntries(entries);
    };
  }

  /// Encodes instead of counting: the JDK looks at many characters at once.
  public static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int ofEntries(Map<String, Value> entries) {
    int size = 0;
    for (var entry : entries.entrySet()) {
      size += utf8Length(entry.getKey()) + of(entry.getValue());
    }
    return size;
  }

  /// One byte for two digits, which are paired at the decimal point, one more, and one for a sign.
  private static int ofNumber(String text) {
    var number = Numbers.decimal(text).stripTrailingZeros();
    if (number.signum() == 0) {
      return 1;
    }
    int digits = number.precision();
    boolean isPaired = digits % 2 == 0 && Numbers.exponent(number) % 2 == 0;
    return 1 + (digits + 1) / 2 + (isPaired ? 1 : 0) + (number.signum() < 0 ? 1 : 0);
  }
}
