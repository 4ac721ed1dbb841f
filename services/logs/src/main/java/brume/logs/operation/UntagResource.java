package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.group.GroupName;
import brume.model.logs.UntagResourceRequest;
import brume.model.logs.UntagResourceResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Removes tags from a log group.
public final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
  private final Groups groups;

  public UntagResource(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, UntagResourceRequest input) {
    return LogAccess.toTags(call, name(), GroupName.ofArn(input.resourceArn(), call.scope()))
        .where("aws:TagKeys", input.tagKeys().toArray(String[]::new));
  }

  @Override
  public UntagResourceResponse run(Call call, UntagResourceRequest input) {
    var name = GroupName.ofArn(input.resourceArn(), call.scope());
    groups.change(call.scope(), name, group -> Tags.removed(group, input.tagKeys()));
    return new UntagResourceResponse();
  }
}
