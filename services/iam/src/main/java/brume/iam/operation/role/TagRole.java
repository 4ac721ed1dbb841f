package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.model.iam.TagRoleRequest;
import brume.model.iam.TagRoleResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Adds tags to a role, in place of those with the same keys.
final class TagRole implements Operation<TagRoleRequest, TagRoleResponse> {
  private final Directory directory;

  TagRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, TagRoleRequest input) {
    return Needs.tagged(Needs.on(call, name(), directory.roles(), input.roleName()), input.tags());
  }

  @Override
  public TagRoleResponse run(Call call, TagRoleRequest input) {
    directory.roles().tag(call.scope(), input.roleName(), input.tags());
    return new TagRoleResponse();
  }
}
