package brume.iam.resource;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.json.Json;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.DeleteRoleRequest;
import brume.model.iam.GetRoleRequest;
import brume.model.iam.IamModel;
import brume.model.iam.Role;
import brume.model.iam.TagRoleRequest;
import brume.model.iam.UntagRoleRequest;
import brume.model.iam.UpdateAssumeRolePolicyRequest;
import brume.model.iam.UpdateRoleRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.UnfinishedException;
import java.util.Set;

/// `AWS::IAM::Role`. `Ref` gives the name, `GetAtt` knows `Arn` and `RoleId`.
public final class RoleResource implements ResourceType {
  private static final int MAX_NAME = 64;

  @Override
  public String name() {
    return "AWS::IAM::Role";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "RoleName",
        "Path",
        "AssumeRolePolicyDocument",
        "Description",
        "MaxSessionDuration",
        "ManagedPolicyArns",
        "Policies",
        "PermissionsBoundary",
        "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("RoleName", "Path");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "RoleName", NO_SUCH_ENTITY_EXCEPTION, name -> role(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var name = Properties.name(request, "RoleName", MAX_NAME);
    var input =
        CreateRoleRequest.builder()
            .roleName(name)
            .path(Properties.text(properties, "Path"))
            .assumeRolePolicyDocument(Properties.document(properties, "AssumeRolePolicyDocument"))
            .description(Properties.text(properties, "Description"))
            .maxSessionDuration(Properties.number(properties, "MaxSessionDuration"))
            .permissionsBoundary(Properties.text(properties, "PermissionsBoundary"))
            .tags(Properties.tags(request))
            .build();
    var role =
        Tolerant.create(
            request.isOwn("RoleName"),
            () -> call.invoke(IamModel.CREATE_ROLE, input).role(),
            () -> role(call, name));
    return UnfinishedException.guard(
        resource(role),
        () -> {
          Holder.ROLE.sync(call, name, Json.Obj.EMPTY, properties);
          return resource(role);
        });
  }

  private static Role role(Call call, String name) {
    return call.invoke(IamModel.GET_ROLE, new GetRoleRequest(name)).role();
  }

  private static Resource resource(Role role) {
    return Resource.of(role.roleName()).with("Arn", role.arn()).with("RoleId", role.roleId());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var wanted = request.properties();
    call.invoke(
        IamModel.UPDATE_ROLE,
        UpdateRoleRequest.builder()
            .roleName(name)
            .description(Properties.text(wanted, "Description"))
            .maxSessionDuration(Properties.number(wanted, "MaxSessionDuration"))
            .build());
    call.invoke(
        IamModel.UPDATE_ASSUME_ROLE_POLICY,
        new UpdateAssumeRolePolicyRequest(
            Properties.document(wanted, "AssumeRolePolicyDocument"), name));
    Holder.ROLE.bound(call, name, before, wanted);
    var role = role(call, name);
    Retagging.of(role.tags(), Properties.tags(request))
        .run(
            gone -> call.invoke(IamModel.UNTAG_ROLE, new UntagRoleRequest(name, gone)),
            more -> call.invoke(IamModel.TAG_ROLE, new TagRoleRequest(name, more)));
    Holder.ROLE.sync(call, name, before, wanted);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = current.physicalId();
    Holder.ROLE.strip(call, name, properties);
    Tolerant.remove(() -> call.invoke(IamModel.DELETE_ROLE, new DeleteRoleRequest(name)));
  }
}
