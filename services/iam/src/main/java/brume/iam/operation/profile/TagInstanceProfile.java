package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.TagInstanceProfileRequest;
import brume.model.iam.TagInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a instance profile, in place of those with the same keys.
final class TagInstanceProfile
    implements Operation<TagInstanceProfileRequest, TagInstanceProfileResponse> {
  private final Directory directory;

  TagInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagInstanceProfileRequest input) {
    return Needs.tagged(
        Needs.on(call, name(), directory.profiles(), input.instanceProfileName()), input.tags());
  }

  @Override
  public TagInstanceProfileResponse run(Call call, TagInstanceProfileRequest input) {
    directory.profiles().tag(call.scope(), input.instanceProfileName(), input.tags());
    return new TagInstanceProfileResponse();
  }
}
