package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.model.iam.UpdateUserRequest;
import brume.model.iam.UpdateUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives a user another name or path. All that it has stays its own.
final class UpdateUser implements Operation<UpdateUserRequest, UpdateUserResponse> {
  private final Directory directory;

  UpdateUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateUserRequest input) {
    return Needs.on(call, name(), directory.users(), input.userName());
  }

  @Override
  public UpdateUserResponse run(Call call, UpdateUserRequest input) {
    directory
        .users()
        .change(
            call.scope(),
            input.userName(),
            user -> {
              var name = input.newUserName() == null ? user.userName() : input.newUserName();
              var path = input.newPath() == null ? user.path() : input.newPath();
              return user.toBuilder()
                  .userName(name)
                  .path(path)
                  .arn(EntityKind.USER.arn(call.scope().account(), path, name).toString())
                  .build();
            });
    return new UpdateUserResponse();
  }
}
