package brume.iam.operation.profile;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.model.iam.CreateInstanceProfileRequest;
import brume.model.iam.CreateInstanceProfileResponse;
import brume.model.iam.InstanceProfile;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Makes an instance profile without a role.
final class CreateInstanceProfile
    implements Operation<CreateInstanceProfileRequest, CreateInstanceProfileResponse> {
  private final Directory directory;

  CreateInstanceProfile(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateInstanceProfileRequest input) {
    return Needs.onNew(
        call,
        name(),
        EntityKind.INSTANCE_PROFILE,
        input.path(),
        input.instanceProfileName(),
        input.tags());
  }

  @Override
  public CreateInstanceProfileResponse run(Call call, CreateInstanceProfileRequest input) {
    var path = input.path() == null ? Needs.ROOT_PATH : input.path();
    var name = input.instanceProfileName();
    var profile =
        InstanceProfile.builder()
            .arn(EntityKind.INSTANCE_PROFILE.arn(call.scope().account(), path, name).toString())
            .instanceProfileName(name)
            .instanceProfileId(EntityKind.INSTANCE_PROFILE.newId(call.ids()))
            .path(path)
            .createDate(call.now())
            .roles(List.of())
            .tags(Tags.ofNew(input.tags()))
            .build();
    return new CreateInstanceProfileResponse(directory.profiles().create(call.scope(), profile));
  }
}
