package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteUserPermissionsBoundaryRequest;
import brume.model.iam.DeleteUserPermissionsBoundaryResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes the permissions boundary from a user.
final class DeleteUserPermissionsBoundary
    implements Operation<
        DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResponse> {
  private final Directory directory;

  DeleteUserPermissionsBoundary(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserPermissionsBoundaryRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public DeleteUserPermissionsBoundaryResponse run(
      Call call, DeleteUserPermissionsBoundaryRequest input) {
    directory.boundedUsers().bound(call.scope(), input.userName(), null);
    return new DeleteUserPermissionsBoundaryResponse();
  }
}
