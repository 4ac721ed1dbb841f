package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.GROUP_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateGroupRequest;
import brume.model.cognitoidp.DeleteGroupRequest;
import brume.model.cognitoidp.UpdateGroupRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::UserPoolGroup`. `Ref` gives the name.
public final class UserPoolGroupResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::Cognito::UserPoolGroup";
  }

  @Override
  public Set<String> properties() {
    return Set.of("UserPoolId", "GroupName", "Description", "Precedence", "RoleArn");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserPoolId", "GroupName");
  }

  @Override
  public Resource create(Call call, Request request) {
    boolean isOwnName = !request.properties().has("GroupName");
    var generated = request.generatedName(MAX_NAME);
    var named =
        isOwnName
            ? request.properties().with("GroupName", Json.of(generated))
            : request.properties();
    var input = TemplateProperties.read(named, CreateGroupRequest.SHAPE);
    try {
      call.invoke(CognitoIdentityProviderModel.CREATE_GROUP, input);
    } catch (ServiceException e) {
      if (e.error() != GROUP_EXISTS_EXCEPTION || !isOwnName) {
        throw e;
      }
    }
    return Resource.of(input.groupName());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var named = request.properties().with("GroupName", Json.of(current.physicalId()));
    call.invoke(
        CognitoIdentityProviderModel.UPDATE_GROUP,
        TemplateProperties.read(named, UpdateGroupRequest.SHAPE));
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var pool = Objects.requireNonNull(properties.get("UserPoolId")).text();
    var input = new DeleteGroupRequest(current.physicalId(), Objects.requireNonNull(pool));
    Deletion.of(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () -> call.invoke(CognitoIdentityProviderModel.DELETE_GROUP, input));
  }
}
