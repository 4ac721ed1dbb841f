package brume.cloudwatch.alarm;

/// What an alarm says. The names are the API's.
public enum State {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
