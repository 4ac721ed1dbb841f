package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.TagLogGroupRequest;
import brume.model.logs.TagLogGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a log group: the older form of [TagResource].
public final class TagLogGroup implements Operation<TagLogGroupRequest, TagLogGroupResponse> {
  private final Groups groups;

  public TagLogGroup(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, TagLogGroupRequest input) {
    return LogAccess.tagged(LogAccess.toTags(call, name(), input.logGroupName()), input.tags());
  }

  @Override
  public TagLogGroupResponse run(Call call, TagLogGroupRequest input) {
    groups.change(call.scope(), input.logGroupName(), group -> Tags.added(group, input.tags()));
    return new TagLogGroupResponse();
  }
}
