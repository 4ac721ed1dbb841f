package brume.iam.resource;

import static brume.model.iam.IamError.NO_SUCH_ENTITY_EXCEPTION;

import brume.json.Json;
import brume.model.iam.CreateGroupRequest;
import brume.model.iam.DeleteGroupRequest;
import brume.model.iam.GetGroupRequest;
import brume.model.iam.Group;
import brume.model.iam.IamModel;
import brume.model.iam.UpdateGroupRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.UnfinishedException;
import java.util.Set;

/// `AWS::IAM::Group`. `Ref` gives the name, `GetAtt` knows `Arn`.
public final class GroupResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::IAM::Group";
  }

  @Override
  public Set<String> properties() {
    return Set.of("GroupName", "Path", "ManagedPolicyArns", "Policies");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("GroupName");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "GroupName", NO_SUCH_ENTITY_EXCEPTION, name -> group(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var properties = request.properties();
    var name = Properties.name(request, "GroupName", MAX_NAME);
    var input = new CreateGroupRequest(name, Properties.text(properties, "Path"));
    var group =
        Tolerant.create(
            request.isOwn("GroupName"),
            () -> call.invoke(IamModel.CREATE_GROUP, input).group(),
            () -> group(call, name));
    return UnfinishedException.guard(
        resource(group),
        () -> {
          Holder.GROUP.sync(call, name, Json.Obj.EMPTY, properties);
          return resource(group);
        });
  }

  private static Group group(Call call, String name) {
    return call.invoke(IamModel.GET_GROUP, GetGroupRequest.builder().groupName(name).build())
        .group();
  }

  private static Resource resource(Group group) {
    return Resource.of(group.groupName()).with("Arn", group.arn());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var path = Properties.text(request.properties(), "Path");
    call.invoke(
        IamModel.UPDATE_GROUP,
        UpdateGroupRequest.builder().groupName(name).newPath(path == null ? "/" : path).build());
    Holder.GROUP.sync(call, name, before, request.properties());
    return resource(group(call, name));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = current.physicalId();
    Holder.GROUP.strip(call, name, properties);
    Tolerant.remove(() -> call.invoke(IamModel.DELETE_GROUP, new DeleteGroupRequest(name)));
  }
}
