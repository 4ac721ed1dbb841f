package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USERNAME_EXISTS_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.USER_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.AdminCreateUserRequest;
import brume.model.cognitoidp.AdminDeleteUserRequest;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::UserPoolUser`. `Ref` gives the username.
public final class UserPoolUserResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::Cognito::UserPoolUser";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "UserPoolId",
        "Username",
        "UserAttributes",
        "DesiredDeliveryMediums",
        "MessageAction",
        "ClientMetadata",
        "ValidationData");
  }

  @Override
  public Set<String> createOnly() {
    return properties();
  }

  @Override
  public Resource create(Call call, Request request) {
    boolean isOwnName = !request.properties().has("Username");
    var generated = request.generatedName(MAX_NAME);
    var named =
        isOwnName
            ? request.properties().with("Username", Json.of(generated))
            : request.properties();
    var input = TemplateProperties.read(named, AdminCreateUserRequest.SHAPE);
    try {
      var made = call.invoke(CognitoIdentityProviderModel.ADMIN_CREATE_USER, input).user();
      return Resource.of(Objects.requireNonNull(Objects.requireNonNull(made).username()));
    } catch (ServiceException e) {
      if (e.error() != USERNAME_EXISTS_EXCEPTION || !isOwnName) {
        throw e;
      }
      return Resource.of(generated);
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var pool = Objects.requireNonNull(properties.get("UserPoolId")).text();
    try {
      call.invoke(
          CognitoIdentityProviderModel.ADMIN_DELETE_USER,
          new AdminDeleteUserRequest(Objects.requireNonNull(pool), current.physicalId()));
    } catch (ServiceException e) {
      boolean isGone =
          e.error() == USER_NOT_FOUND_EXCEPTION || e.error() == RESOURCE_NOT_FOUND_EXCEPTION;
      if (!isGone) {
        throw e;
      }
    }
  }
}
