package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.AdminAddUserToGroupRequest;
import brume.model.cognitoidp.AdminRemoveUserFromGroupRequest;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Set;

/// `AWS::Cognito::UserPoolUserToGroupAttachment`. `Ref` gives a generated name.
public final class UserToGroupResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::Cognito::UserPoolUserToGroupAttachment";
  }

  @Override
  public Set<String> properties() {
    return Set.of("UserPoolId", "GroupName", "Username");
  }

  @Override
  public Set<String> createOnly() {
    return properties();
  }

  @Override
  public Resource create(Call call, Request request) {
    call.invoke(
        CognitoIdentityProviderModel.ADMIN_ADD_USER_TO_GROUP,
        TemplateProperties.read(request.properties(), AdminAddUserToGroupRequest.SHAPE));
    return Resource.of(request.generatedName(MAX_NAME));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          CognitoIdentityProviderModel.ADMIN_REMOVE_USER_FROM_GROUP,
          TemplateProperties.read(properties, AdminRemoveUserFromGroupRequest.SHAPE));
    } catch (ServiceException e) {
      boolean isGone =
          e.error() == USER_NOT_FOUND_EXCEPTION || e.error() == RESOURCE_NOT_FOUND_EXCEPTION;
      if (!isGone) {
        throw e;
      }
    }
  }
}
