package brume.ses.send;

import brume.ses.refusal.Api;
import brume.shape.ErrorCode;

/// Why one of many messages was not taken, as each version of the API spells it.
public enum Refusal {
  REJECTED("MessageRejected", "MESSAGE_REJECTED"),
  PAUSED("AccountSendingPaused", "ACCOUNT_SENDING_PAUSED"),
  NO_CONFIGURATION_SET("ConfigurationSetDoesNotExist", "CONFIGURATION_SET_NOT_FOUND"),
  CONFIGURATION_SET_PAUSED("ConfigurationSetSendingPaused", "CONFIGURATION_SET_SENDING_PAUSED"),
  QUOTA("AccountDailyQuotaExceeded", "ACCOUNT_DAILY_QUOTA_EXCEEDED"),
  INVALID("InvalidParameterValue", "INVALID_PARAMETER");

  private final String one;
  private final String two;

  Refusal(String one, String two) {
    this.one = one;
    this.two = two;
  }

  static Refusal of(ErrorCode error, Api api) {
    if (error.equals(api.rejected())) {
      return REJECTED;
    } else if (error.equals(api.paused())) {
      return PAUSED;
    } else if (error.equals(api.configurationSetPaused())) {
      return CONFIGURATION_SET_PAUSED;
    } else if (error.equals(api.noConfigurationSet())) {
      return NO_CONFIGURATION_SET;
    }
    return error.equals(api.throttled()) ? QUOTA : INVALID;
  }

  /// In version 1.
  public String one() {
    return one;
  }

  /// In version 2.
  public String two() {
    return two;
  }
}
