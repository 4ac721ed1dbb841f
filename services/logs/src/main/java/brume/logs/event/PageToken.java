package brume.logs.event;

import brume.model.logs.CloudWatchLogsError;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a reader of a stream goes on, in the form `f/` or `b/`, 56 digits, `/s`.
///
/// A reader that has reached the end gets the token back that it came with, by which it knows.
///
/// @param forward towards later events
/// @param gap events from here on, or before here
public record PageToken(boolean forward, Position gap) {
  private static final Pattern FORM = Pattern.compile("([fb])/(\\d{20})(\\d{36})/s");

  /// The digits of the largest numbers, which fit a long.
  private static final int MAX_DIGITS = 19;

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s/%020d%036d/s", forward ? "f" : "b", gap.timestamp(), gap.number());
  }

  public static PageToken parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw invalid();
    }
    try {
      return new PageToken(
          form.group(1).equals("f"), new Position(number(form.group(2)), number(form.group(3))));
    } catch (NumberFormatException _) {
      throw invalid();
    }
  }

  private static long number(String digits) {
    int cut = digits.length() - MAX_DIGITS;
    if (!digits.substring(0, cut).chars().allMatch(digit -> digit == '0')) {
      throw new NumberFormatException("Too large: " + digits);
    }
    return Long.parseLong(digits.substring(cut));
  }

  private static RuntimeException invalid() {
    return CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
        "The specified nextToken is invalid.");
  }
}
