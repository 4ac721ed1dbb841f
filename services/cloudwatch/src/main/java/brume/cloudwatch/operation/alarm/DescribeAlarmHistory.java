package brume.cloudwatch.operation.alarm;

import brume.cloudwatch.data.Alarms;
import brume.model.cloudwatch.AlarmHistoryItem;
import brume.model.cloudwatch.CloudWatchError;
import brume.model.cloudwatch.DescribeAlarmHistoryInput;
import brume.model.cloudwatch.DescribeAlarmHistoryOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/// Tells what happened to alarms in the last 30 days, the latest first unless told. A token is the
/// number of items on earlier pages.
public final class DescribeAlarmHistory
    implements Operation<DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput> {
  /// Source: Amazon CloudWatch API reference, "DescribeAlarmHistory".
  private static final int DEFAULT_RECORDS = 100;

  private static final Duration TOLD = Duration.ofDays(30);

  private final Alarms alarms;

  public DescribeAlarmHistory(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Access access(Call call, DescribeAlarmHistoryInput input) {
    return AlarmAccess.to(call, name(), input.alarmName() == null ? "*" : input.alarmName());
  }

  @Override
  public DescribeAlarmHistoryOutput run(Call call, DescribeAlarmHistoryInput input) {
    var order = Comparator.comparing(DescribeAlarmHistory::time);
    boolean isAscending = "TimestampAscending".equals(input.scanBy());
    var oldest = call.now().minus(TOLD);
    var all =
        alarms.history(call.scope(), input.alarmName()).stream()
            .filter(item -> time(item).isAfter(oldest) && isWanted(item, input))
            .sorted(isAscending ? order : order.reversed())
            .toList();
    int from = Math.min(position(input), all.size());
    int limit = input.maxRecords() == null ? DEFAULT_RECORDS : input.maxRecords();
    int to = Math.min(all.size(), from + limit);
    return new DescribeAlarmHistoryOutput(
        all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
  }

  private static int position(DescribeAlarmHistoryInput input) {
    try {
      return input.nextToken() == null ? 0 : Integer.parseUnsignedInt(input.nextToken());
    } catch (NumberFormatException _) {
      throw CloudWatchError.INVALID_NEXT_TOKEN.because("The next token specified is invalid.");
    }
  }

  private static Instant time(AlarmHistoryItem item) {
    var time = item.timestamp();
    return time == null ? Instant.EPOCH : time;
  }

  private static boolean isWanted(AlarmHistoryItem item, DescribeAlarmHistoryInput input) {
    var time = time(item);
    return (input.historyItemType() == null
            || input.historyItemType().equals(item.historyItemType()))
        && (input.alarmTypes() == null || input.alarmTypes().contains(item.alarmType()))
        && (input.startDate() == null || !time.isBefore(input.startDate()))
        && (input.endDate() == null || !time.isAfter(input.endDate()));
  }
}
