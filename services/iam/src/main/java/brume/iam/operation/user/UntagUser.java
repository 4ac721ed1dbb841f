package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.UntagUserRequest;
import brume.model.iam.UntagUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from a user.
final class UntagUser implements Operation<UntagUserRequest, UntagUserResponse> {
  private final Directory directory;

  UntagUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagUserRequest input) {
    return Needs.untagging(
        Needs.on(call, name(), directory.users(), input.userName()), input.tagKeys());
  }

  @Override
  public UntagUserResponse run(Call call, UntagUserRequest input) {
    directory.users().untag(call.scope(), input.userName(), input.tagKeys());
    return new UntagUserResponse();
  }
}
