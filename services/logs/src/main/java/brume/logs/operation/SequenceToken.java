package brume.logs.operation;

import brume.logs.group.Stream;
import java.util.Locale;

/// What older clients hand to the next PutLogEvents. It is given and not asked for, as at AWS.
final class SequenceToken {
  private SequenceToken() {}

  static String of(Stream stream) {
    return String.format(Locale.ROOT, "%056d", stream.next() + 1);
  }
}
