package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.UntagLogGroupRequest;
import brume.model.logs.UntagLogGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes tags from a log group: the older form of [UntagResource].
public final class UntagLogGroup implements Operation<UntagLogGroupRequest, UntagLogGroupResponse> {
  private final Groups groups;

  public UntagLogGroup(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, UntagLogGroupRequest input) {
    return LogAccess.toTags(call, name(), input.logGroupName())
        .where("aws:TagKeys", input.tags().toArray(String[]::new));
  }

  @Override
  public UntagLogGroupResponse run(Call call, UntagLogGroupRequest input) {
    groups.change(call.scope(), input.logGroupName(), group -> Tags.removed(group, input.tags()));
    return new UntagLogGroupResponse();
  }
}
