package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.PutRetentionPolicyRequest;
import brume.model.logs.PutRetentionPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Says how long a group keeps its events.
public final class PutRetentionPolicy
    implements Operation<PutRetentionPolicyRequest, PutRetentionPolicyResponse> {
  /// Source: Amazon CloudWatch Logs API reference, "PutRetentionPolicy".
  private static final List<Integer> DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final Groups groups;

  public PutRetentionPolicy(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, PutRetentionPolicyRequest input) {
    return LogAccess.toGroup(call, name(), input.logGroupName());
  }

  @Override
  public PutRetentionPolicyResponse run(Call call, PutRetentionPolicyRequest input) {
    if (!DAYS.contains(input.retentionInDays())) {
      throw CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(
          "1 validation error detected: Value '"
              + input.retentionInDays()
              + "' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum"
              + " value set: "
              + DAYS);
    }
    groups.change(
        call.scope(), input.logGroupName(), group -> group.withRetention(input.retentionInDays()));
    return new PutRetentionPolicyResponse();
  }
}
