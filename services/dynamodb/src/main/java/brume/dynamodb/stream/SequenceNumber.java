package brume.dynamodb.stream;

import java.util.OptionalLong;

/// The spelling of sequence numbers: 21 digits, so that they have one order as texts and as
/// numbers.
public final class SequenceNumber {
  private static final String LEADING = "1";
  private static final int DIGITS = 20;

  private SequenceNumber() {}

  public static String of(long number) {
    return LEADING + ("%0" + DIGITS + "d").formatted(number);
  }

  /// Empty when it is none of ours.
  public static OptionalLong parse(String text) {
    if (text.length() != DIGITS + 1 || !text.startsWith(LEADING)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text, 1, text.length(), 10));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
