package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateUserPoolDomainRequest;
import brume.model.cognitoidp.DeleteUserPoolDomainRequest;
import brume.model.cognitoidp.UpdateUserPoolDomainRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::UserPoolDomain`. `Ref` gives the domain.
public final class UserPoolDomainResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::Cognito::UserPoolDomain";
  }

  @Override
  public Set<String> properties() {
    return Set.of("UserPoolId", "Domain", "CustomDomainConfig", "ManagedLoginVersion");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserPoolId", "Domain");
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateUserPoolDomainRequest.SHAPE);
    call.invoke(CognitoIdentityProviderModel.CREATE_USER_POOL_DOMAIN, input);
    return Resource.of(input.domain());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var input = TemplateProperties.read(request.properties(), UpdateUserPoolDomainRequest.SHAPE);
    call.invoke(CognitoIdentityProviderModel.UPDATE_USER_POOL_DOMAIN, input);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var pool = Objects.requireNonNull(properties.get("UserPoolId")).text();
    var input = new DeleteUserPoolDomainRequest(current.physicalId(), Objects.requireNonNull(pool));
    Deletion.of(
        INVALID_PARAMETER_EXCEPTION,
        () -> call.invoke(CognitoIdentityProviderModel.DELETE_USER_POOL_DOMAIN, input));
  }
}
