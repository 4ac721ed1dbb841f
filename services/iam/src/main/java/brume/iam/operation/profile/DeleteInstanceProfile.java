package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.DeleteInstanceProfileRequest;
import brume.model.iam.DeleteInstanceProfileResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an instance profile that has no role.
final class DeleteInstanceProfile
    implements Operation<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse> {
  private final Directory directory;

  DeleteInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteInstanceProfileRequest input) {
    return Needs.on(call, name(), directory.profiles(), input.instanceProfileName());
  }

  @Override
  public DeleteInstanceProfileResponse run(Call call, DeleteInstanceProfileRequest input) {
    directory.profiles().delete(call.scope(), input.instanceProfileName());
    return new DeleteInstanceProfileResponse();
  }
}
