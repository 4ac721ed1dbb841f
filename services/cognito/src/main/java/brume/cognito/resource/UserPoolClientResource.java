package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolClientRequest;
import brume.model.cognitoidp.DeleteUserPoolClientRequest;
import brume.model.cognitoidp.UpdateUserPoolClientRequest;
import brume.model.cognitoidp.UserPoolClientType;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::UserPoolClient`. `Ref` gives the client id, `GetAtt` knows `ClientId`,
/// `ClientSecret` and `Name`.
public final class UserPoolClientResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::Cognito::UserPoolClient";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "UserPoolId",
        "ClientName",
        "GenerateSecret",
        "ExplicitAuthFlows",
        "PreventUserExistenceErrors",
        "EnableTokenRevocation",
        "EnablePropagateAdditionalUserContextData",
        "AccessTokenValidity",
        "IdTokenValidity",
        "RefreshTokenValidity",
        "TokenValidityUnits",
        "RefreshTokenRotation",
        "AuthSessionValidity",
        "ReadAttributes",
        "WriteAttributes",
        "AllowedOAuthFlows",
        "AllowedOAuthScopes",
        "AllowedOAuthFlowsUserPoolClient",
        "CallbackURLs",
        "LogoutURLs",
        "DefaultRedirectURI",
        "SupportedIdentityProviders");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserPoolId", "GenerateSecret");
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(named(request), CreateUserPoolClientRequest.SHAPE);
    var client = call.invoke(CognitoIdentityProviderModel.CREATE_USER_POOL_CLIENT, input);
    return resource(Objects.requireNonNull(client.userPoolClient()));
  }

  private static Json.Obj named(Request request) {
    var properties = request.properties();
    return properties.has("ClientName")
        ? properties
        : properties.with("ClientName", Json.of(request.generatedName(MAX_NAME)));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var asked =
        named(request).without("GenerateSecret").with("ClientId", Json.of(current.physicalId()));
    var input = TemplateProperties.read(asked, UpdateUserPoolClientRequest.SHAPE);
    var client = call.invoke(CognitoIdentityProviderModel.UPDATE_USER_POOL_CLIENT, input);
    return resource(Objects.requireNonNull(client.userPoolClient()));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var pool = Objects.requireNonNull(properties.get("UserPoolId")).text();
    var input = new DeleteUserPoolClientRequest(current.physicalId(), Objects.requireNonNull(pool));
    Deletion.of(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () -> call.invoke(CognitoIdentityProviderModel.DELETE_USER_POOL_CLIENT, input));
  }

  private static Resource resource(UserPoolClientType client) {
    var id = Objects.requireNonNull(client.clientId());
    var resource =
        Resource.of(id)
            .with("ClientId", id)
            .with("Name", Objects.requireNonNull(client.clientName()));
    return client.clientSecret() == null
        ? resource
        : resource.with("ClientSecret", client.clientSecret());
  }
}
