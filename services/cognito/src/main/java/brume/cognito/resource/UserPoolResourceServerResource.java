package brume.cognito.resource;

import static brume.model.cognitoidp.CognitoIdentityProviderError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidp.CognitoIdentityProviderModel;
import brume.model.cognitoidp.CreateResourceServerRequest;
import brume.model.cognitoidp.DeleteResourceServerRequest;
import brume.model.cognitoidp.UpdateResourceServerRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::UserPoolResourceServer`. `Ref` gives the identifier.
public final class UserPoolResourceServerResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::Cognito::UserPoolResourceServer";
  }

  @Override
  public Set<String> properties() {
    return Set.of("UserPoolId", "Identifier", "Name", "Scopes");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("UserPoolId", "Identifier");
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(request.properties(), CreateResourceServerRequest.SHAPE);
    call.invoke(CognitoIdentityProviderModel.CREATE_RESOURCE_SERVER, input);
    return Resource.of(input.identifier());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var input = TemplateProperties.read(request.properties(), UpdateResourceServerRequest.SHAPE);
    call.invoke(CognitoIdentityProviderModel.UPDATE_RESOURCE_SERVER, input);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var pool = Objects.requireNonNull(properties.get("UserPoolId")).text();
    var input = new DeleteResourceServerRequest(current.physicalId(), Objects.requireNonNull(pool));
    Deletion.of(
        RESOURCE_NOT_FOUND_EXCEPTION,
        () -> call.invoke(CognitoIdentityProviderModel.DELETE_RESOURCE_SERVER, input));
  }
}
