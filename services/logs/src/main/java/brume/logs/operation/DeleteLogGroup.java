package brume.logs.operation;

import brume.logs.data.Groups;
import brume.model.logs.DeleteLogGroupRequest;
import brume.model.logs.DeleteLogGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a log group with its streams and events.
public final class DeleteLogGroup
    implements Operation<DeleteLogGroupRequest, DeleteLogGroupResponse> {
  private final Groups groups;

  public DeleteLogGroup(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Access access(Call call, DeleteLogGroupRequest input) {
    return LogAccess.toGroup(call, name(), input.logGroupName());
  }

  @Override
  public DeleteLogGroupResponse run(Call call, DeleteLogGroupRequest input) {
    groups.delete(call.scope(), input.logGroupName(), call.now());
    return new DeleteLogGroupResponse();
  }
}
