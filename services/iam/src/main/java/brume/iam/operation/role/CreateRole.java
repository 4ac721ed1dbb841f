package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.Documents;
import brume.iam.entity.EntityKind;
import brume.iam.entity.Tags;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.CreateRoleResponse;
import brume.model.iam.Role;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a role that whoever its trust policy names may assume.
final class CreateRole implements Operation<CreateRoleRequest, CreateRoleResponse> {
  private final Directory directory;

  CreateRole(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateRoleRequest input) {
    return Needs.bounded(
        Needs.onNew(call, name(), EntityKind.ROLE, input.path(), input.roleName(), input.tags()),
        input.permissionsBoundary());
  }

  @Override
  public CreateRoleResponse run(Call call, CreateRoleRequest input) {
    Documents.checkTrust(input.assumeRolePolicyDocument());
    var path = input.path() == null ? Needs.ROOT_PATH : input.path();
    var role =
        Role.builder()
            .arn(EntityKind.ROLE.arn(call.scope().account(), path, input.roleName()).toString())
            .roleName(input.roleName())
            .roleId(EntityKind.ROLE.newId(call.ids()))
            .path(path)
            .assumeRolePolicyDocument(input.assumeRolePolicyDocument())
            .description(input.description())
            .maxSessionDuration(Shown.maxSessionDuration(input.maxSessionDuration()))
            .createDate(call.now())
            .tags(Tags.ofNew(input.tags()))
            .build();
    var created = directory.boundedRoles().create(call.scope(), role, input.permissionsBoundary());
    return new CreateRoleResponse(Shown.whole(created));
  }
}
