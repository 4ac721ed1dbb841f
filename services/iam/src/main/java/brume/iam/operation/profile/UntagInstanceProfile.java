package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.UntagInstanceProfileRequest;
import brume.model.iam.UntagInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes tags from a instance profile.
final class UntagInstanceProfile
    implements Operation<UntagInstanceProfileRequest, UntagInstanceProfileResponse> {
  private final Directory directory;

  UntagInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UntagInstanceProfileRequest input) {
    return Needs.untagging(
        Needs.on(call, name(), directory.profiles(), input.instanceProfileName()), input.tagKeys());
  }

  @Override
  public UntagInstanceProfileResponse run(Call call, UntagInstanceProfileRequest input) {
    directory.profiles().untag(call.scope(), input.instanceProfileName(), input.tagKeys());
    return new UntagInstanceProfileResponse();
  }
}
