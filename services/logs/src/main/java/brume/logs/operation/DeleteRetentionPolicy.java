package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.DeleteRetentionPolicyRequest;
import brume.model.logs.DeleteRetentionPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a group keep its events for ever.
public final class DeleteRetentionPolicy
    implements Operation<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResponse> {
  private final Groups groups;

  public DeleteRetentionPolicy(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, DeleteRetentionPolicyRequest input) {
    return LogAccess.toGroup(call, name(), input.logGroupName());
  }

  @Override
  public DeleteRetentionPolicyResponse run(Call call, DeleteRetentionPolicyRequest input) {
    groups.change(call.scope(), input.logGroupName(), group -> group.withRetention(null));
    return new DeleteRetentionPolicyResponse();
  }
}
