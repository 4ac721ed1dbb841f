package brume.iam.resource;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.json.Json;
import brume.model.iam.AddRoleToInstanceProfileRequest;
import brume.model.iam.CreateInstanceProfileRequest;
import brume.model.iam.DeleteInstanceProfileRequest;
import brume.model.iam.GetInstanceProfileRequest;
import brume.model.iam.IamModel;
import brume.model.iam.InstanceProfile;
import brume.model.iam.RemoveRoleFromInstanceProfileRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.UnfinishedException;
import java.util.Set;

/// `AWS::IAM::InstanceProfile`. `Ref` gives the name, `GetAtt` knows `Arn`.
public final class InstanceProfileResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::IAM::InstanceProfile";
  }

  @Override
  public Set<String> properties() {
    return Set.of("InstanceProfileName", "Path", "Roles");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("InstanceProfileName", "Path");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "InstanceProfileName", NO_SUCH_ENTITY_EXCEPTION, name -> profile(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var name = Properties.name(request, "InstanceProfileName", MAX_NAME);
    var input =
        CreateInstanceProfileRequest.builder()
            .instanceProfileName(name)
            .path(Properties.text(properties, "Path"))
            .build();
    var profile =
        Tolerant.create(
            request.isOwn("InstanceProfileName"),
            () -> call.invoke(IamModel.CREATE_INSTANCE_PROFILE, input).instanceProfile(),
            () -> profile(call, name));
    var resource = Resource.of(name).with("Arn", profile.arn());
    return UnfinishedException.guard(
        resource,
        () -> {
          put(call, profile, properties);
          return resource;
        });
  }

  private static InstanceProfile profile(Call call, String name) {
    return call.invoke(IamModel.GET_INSTANCE_PROFILE, new GetInstanceProfileRequest(name))
        .instanceProfile();
  }

  /// A profile has one role at most, so the old one leaves first.
  private static void put(Call call, InstanceProfile profile, Json.Obj wanted) {
    var name = profile.instanceProfileName();
    var roles = Properties.texts(wanted, "Roles");
    var there = profile.roles().stream().map(role -> role.roleName()).toList();
    for (var gone : there) {
      if (!roles.contains(gone)) {
        call.invoke(
            IamModel.REMOVE_ROLE_FROM_INSTANCE_PROFILE,
            new RemoveRoleFromInstanceProfileRequest(name, gone));
      }
    }
    for (var role : roles) {
      if (!there.contains(role)) {
        call.invoke(
            IamModel.ADD_ROLE_TO_INSTANCE_PROFILE, new AddRoleToInstanceProfileRequest(name, role));
      }
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    put(call, profile(call, current.physicalId()), request.properties());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = current.physicalId();
    Tolerant.remove(
        () -> {
          put(call, profile(call, name), Json.Obj.EMPTY);
          call.invoke(IamModel.DELETE_INSTANCE_PROFILE, new DeleteInstanceProfileRequest(name));
        });
  }
}
