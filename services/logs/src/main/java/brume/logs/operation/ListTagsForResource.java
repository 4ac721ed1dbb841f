package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.group.GroupName;
import brume.model.logs.ListTagsForResourceRequest;
import brume.model.logs.ListTagsForResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the tags of a log group.
public final class ListTagsForResource
    implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private final Groups groups;

  public ListTagsForResource(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, ListTagsForResourceRequest input) {
    return LogAccess.toTags(call, name(), GroupName.ofArn(input.resourceArn(), call.scope()));
  }

  @Override
  public ListTagsForResourceResponse run(Call call, ListTagsForResourceRequest input) {
    var name = GroupName.ofArn(input.resourceArn(), call.scope());
    return new ListTagsForResourceResponse(groups.get(call.scope(), name).tags());
  }
}
