package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.CreateUserResponse;
import brume.model.iam.User;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a user, who has neither password nor keys nor permissions.
final class CreateUser implements Operation<CreateUserRequest, CreateUserResponse> {
  private final Directory directory;

  CreateUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateUserRequest input) {
    return Needs.bounded(
        Needs.onNew(call, name(), EntityKind.USER, input.path(), input.userName(), input.tags()),
        input.permissionsBoundary());
  }

  @Override
  public CreateUserResponse run(Call call, CreateUserRequest input) {
    var path = input.path() == null ? Needs.ROOT_PATH : input.path();
    var user =
        User.builder()
            .arn(EntityKind.USER.arn(call.scope().account(), path, input.userName()).toString())
            .userName(input.userName())
            .userId(EntityKind.USER.newId(call.ids()))
            .path(path)
            .createDate(call.now())
            .tags(Tags.ofNew(input.tags()))
            .build();
    return new CreateUserResponse(
        directory.boundedUsers().create(call.scope(), user, input.permissionsBoundary()));
  }
}
