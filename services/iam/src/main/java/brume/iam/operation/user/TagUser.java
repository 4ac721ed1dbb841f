package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.TagUserRequest;
import brume.model.iam.TagUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a user, in place of those with the same keys.
final class TagUser implements Operation<TagUserRequest, TagUserResponse> {
  private final Directory directory;

  TagUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagUserRequest input) {
    return Needs.tagged(Needs.on(call, name(), directory.users(), input.userName()), input.tags());
  }

  @Override
  public TagUserResponse run(Call call, TagUserRequest input) {
    directory.users().tag(call.scope(), input.userName(), input.tags());
    return new TagUserResponse();
  }
}
