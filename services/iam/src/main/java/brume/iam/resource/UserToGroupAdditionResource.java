package brume.iam.resource;

import brume.json.Json;
import brume.model.iam.AddUserToGroupRequest;
import brume.model.iam.IamModel;
import brume.model.iam.RemoveUserFromGroupRequest;
import brume.service.Call;
import brume.service.ResourceType;
import java.util.Set;

/// `AWS::IAM::UserToGroupAddition`. `Ref` gives a name of its own.
public final class UserToGroupAdditionResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::IAM::UserToGroupAddition";
  }

  @Override
  public Set<String> properties() {
    return Set.of("GroupName", "Users");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("GroupName");
  }

  @Override
  public Resource create(Call call, Request request) {
    change(call, Json.Obj.EMPTY, request.properties());
    var id = request.generatedName(MAX_NAME);
    return Resource.of(id).with("Id", id);
  }

  private static void change(Call call, Json.Obj before, Json.Obj wanted) {
    var users = Properties.texts(wanted, "Users");
    for (var gone : Properties.texts(before, "Users")) {
      if (!users.contains(gone)) {
        var group = Properties.required(before, "GroupName");
        Tolerant.remove(
            () ->
                call.invoke(
                    IamModel.REMOVE_USER_FROM_GROUP, new RemoveUserFromGroupRequest(group, gone)));
      }
    }
    for (var user : users) {
      call.invoke(
          IamModel.ADD_USER_TO_GROUP,
          new AddUserToGroupRequest(Properties.required(wanted, "GroupName"), user));
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    change(call, before, request.properties());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    change(call, properties, Json.Obj.EMPTY);
  }
}
