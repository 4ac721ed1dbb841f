package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.group.GroupName;
import brume.model.logs.TagResourceRequest;
import brume.model.logs.TagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a log group, in place of those with the same keys.
public final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
  private final Groups groups;

  public TagResource(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, TagResourceRequest input) {
    return LogAccess.tagged(
        LogAccess.toTags(call, name(), GroupName.ofArn(input.resourceArn(), call.scope())),
        input.tags());
  }

  @Override
  public TagResourceResponse run(Call call, TagResourceRequest input) {
    var name = GroupName.ofArn(input.resourceArn(), call.scope());
    groups.change(call.scope(), name, group -> Tags.added(group, input.tags()));
    return new TagResourceResponse();
  }
}
