package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.PutUserPermissionsBoundaryRequest;
import brume.model.iam.PutUserPermissionsBoundaryResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets the permissions boundary of a user.
final class PutUserPermissionsBoundary
    implements Operation<PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResponse> {
  private final Directory directory;

  PutUserPermissionsBoundary(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, PutUserPermissionsBoundaryRequest input) {
    return Needs.bounded(
        Needs.on(call, name(), directory.users(), input.userName()), input.permissionsBoundary());
  }

  @Override
  public PutUserPermissionsBoundaryResponse run(
      Call call, PutUserPermissionsBoundaryRequest input) {
    directory.boundedUsers().bound(call.scope(), input.userName(), input.permissionsBoundary());
    return new PutUserPermissionsBoundaryResponse();
  }
}
