package brume.logs.pattern;

import brume.model.logs.CloudWatchLogsError;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.util.function.Predicate;

/// Reads filter patterns.
///
/// Source: Amazon CloudWatch Logs User Guide, "Filter pattern syntax for metric filters,
/// subscription filters, filter log events, and Live Tail".
public final class FilterPattern {
  private FilterPattern() {}

  /// The messages that `pattern` lets through: all of them when it is empty.
  public static Predicate<String> parse(String pattern) {
    var text = pattern.strip();
    if (text.startsWith("[")) {
      throw lacking("space-delimited filter patterns");
    }
    return text.startsWith("{")
        ? new JsonPattern(new ConditionParser(text).parse())
        : TermPattern.parse(text);
  }

  static ServiceException invalid(String why) {
    return CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(why);
  }

  static ServiceException lacking(String what) {
    return CommonError.NOT_IMPLEMENTED.because(
        "Brume's CloudWatch Logs does not have " + what + " yet");
  }
}
