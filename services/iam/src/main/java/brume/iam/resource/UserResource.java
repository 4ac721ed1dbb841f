package brume.iam.resource;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.json.Json;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.DeleteUserRequest;
import brume.model.iam.GetUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.RemoveUserFromGroupRequest;
import brume.model.iam.TagUserRequest;
import brume.model.iam.UntagUserRequest;
import brume.model.iam.UpdateUserRequest;
import brume.model.iam.User;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.UnfinishedException;
import java.util.Objects;
import java.util.Set;

/// `AWS::IAM::User`, who has no password. `Ref` gives the name, `GetAtt` knows `Arn`.
public final class UserResource implements ResourceType {
  private static final int MAX_NAME = 64;

  @Override
  public String name() {
    return "AWS::IAM::User";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "UserName",
        "Path",
        "Groups",
        "ManagedPolicyArns",
        "Policies",
        "PermissionsBoundary",
        "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserName");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "UserName", NO_SUCH_ENTITY_EXCEPTION, name -> user(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var name = Properties.name(request, "UserName", MAX_NAME);
    var input =
        CreateUserRequest.builder()
            .userName(name)
            .path(Properties.text(properties, "Path"))
            .permissionsBoundary(Properties.text(properties, "PermissionsBoundary"))
            .tags(Properties.tags(request))
            .build();
    var user =
        Tolerant.create(
            request.isOwn("UserName"),
            () -> Objects.requireNonNull(call.invoke(IamModel.CREATE_USER, input).user()),
            () -> user(call, name));
    return UnfinishedException.guard(
        resource(user),
        () -> {
          Holder.USER.sync(call, name, Json.Obj.EMPTY, properties);
          join(call, name, Json.Obj.EMPTY, properties);
          return resource(user);
        });
  }

  private static User user(Call call, String name) {
    return call.invoke(IamModel.GET_USER, new GetUserRequest(name)).user();
  }

  private static Resource resource(User user) {
    return Resource.of(user.userName()).with("Arn", user.arn());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var wanted = request.properties();
    var path = Properties.text(wanted, "Path");
    call.invoke(
        IamModel.UPDATE_USER,
        UpdateUserRequest.builder().userName(name).newPath(path == null ? "/" : path).build());
    Holder.USER.bound(call, name, before, wanted);
    var user = user(call, name);
    Retagging.of(user.tags(), Properties.tags(request))
        .run(
            gone -> call.invoke(IamModel.UNTAG_USER, new UntagUserRequest(gone, name)),
            more -> call.invoke(IamModel.TAG_USER, new TagUserRequest(more, name)));
    Holder.USER.sync(call, name, before, wanted);
    join(call, name, before, wanted);
    return resource(user);
  }

  private static void join(Call call, String name, Json.Obj before, Json.Obj wanted) {
    var groups = Properties.texts(wanted, "Groups");
    for (var gone : Properties.texts(before, "Groups")) {
      if (!groups.contains(gone)) {
        Tolerant.remove(
            () ->
                call.invoke(
                    IamModel.REMOVE_USER_FROM_GROUP, new RemoveUserFromGroupRequest(gone, name)));
      }
    }
    for (var group : groups) {
      call.invoke(IamModel.ADD_USER_TO_GROUP, new AddUserToGroupRequest(group, name));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = current.physicalId();
    Holder.USER.strip(call, name, properties);
    join(call, name, properties, Json.Obj.EMPTY);
    Tolerant.remove(() -> call.invoke(IamModel.DELETE_USER, new DeleteUserRequest(name)));
  }
}
