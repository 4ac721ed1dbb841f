package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteUserRequest;
import brume.model.iam.DeleteUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a user that has nothing left.
final class DeleteUser implements Operation<DeleteUserRequest, DeleteUserResponse> {
  private final Directory directory;

  DeleteUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteUserRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public DeleteUserResponse run(Call call, DeleteUserRequest input) {
    directory.boundedUsers().delete(call.scope(), input.userName());
    return new DeleteUserResponse();
  }
}
