package brume.cloudwatch.alarm;

import brume.model.cloudwatch.CloudWatchError;
import org.jspecify.annotations.Nullable;

/// What an alarm makes of periods without data.
public enum Missing {
  MISSING("missing"),
  IGNORE("ignore"),
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching");

  private final String spelling;

  Missing(String spelling) {
    this.spelling = spelling;
  }

  /// @param namespace of the alarm's metric: alarms on DynamoDB's keep their state unless told
  public static Missing of(@Nullable String text, @Nullable String namespace) {
    if (text == null) {
      return "AWS/DynamoDB".equals(namespace) ? IGNORE : MISSING;
    }
    for (var treatment : values()) {
      if (treatment.spelling.equals(text)) {
        return treatment;
      }
    }
    throw CloudWatchError.INVALID_PARAMETER_VALUE_EXCEPTION.because(
        "The value " + text + " for parameter TreatMissingData is not supported.");
  }
}
