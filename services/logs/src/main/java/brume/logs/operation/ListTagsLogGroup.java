package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.ListTagsLogGroupRequest;
import brume.model.logs.ListTagsLogGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a log group: the older form of [ListTagsForResource].
public final class ListTagsLogGroup
    implements Operation<ListTagsLogGroupRequest, ListTagsLogGroupResponse> {
  private final Groups groups;

  public ListTagsLogGroup(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, ListTagsLogGroupRequest input) {
    return LogAccess.toTags(call, name(), input.logGroupName());
  }

  @Override
  public ListTagsLogGroupResponse run(Call call, ListTagsLogGroupRequest input) {
    return new ListTagsLogGroupResponse(groups.get(call.scope(), input.logGroupName()).tags());
  }
}
