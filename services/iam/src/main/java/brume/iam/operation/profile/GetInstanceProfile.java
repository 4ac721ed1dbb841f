package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.GetInstanceProfileRequest;
import brume.model.iam.GetInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows an instance profile and its role.
final class GetInstanceProfile
    implements Operation<GetInstanceProfileRequest, GetInstanceProfileResponse> {
  private final Directory directory;

  GetInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetInstanceProfileRequest input) {
    return Needs.on(call, name(), directory.profiles(), input.instanceProfileName());
  }

  @Override
  public GetInstanceProfileResponse run(Call call, GetInstanceProfileRequest input) {
    var profile = directory.profiles().get(call.scope(), input.instanceProfileName());
    return new GetInstanceProfileResponse(
        Shown.profile(directory.memberships().withRoles(call.scope(), profile)));
  }
}
