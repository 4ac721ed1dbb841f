package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.UpdateRoleDescriptionRequest;
import brume.model.iam.UpdateRoleDescriptionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes the description of a role only.
final class UpdateRoleDescription
    implements Operation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse> {
  private final Directory directory;

  UpdateRoleDescription(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateRoleDescriptionRequest input) {
    return Needs.on(call, name(), directory.roles(), input.roleName());
  }

  @Override
  public UpdateRoleDescriptionResponse run(Call call, UpdateRoleDescriptionRequest input) {
    var role =
        directory
            .roles()
            .change(
                call.scope(),
                input.roleName(),
                each -> each.toBuilder().description(input.description()).build());
    return new UpdateRoleDescriptionResponse(Shown.whole(role));
  }
}
