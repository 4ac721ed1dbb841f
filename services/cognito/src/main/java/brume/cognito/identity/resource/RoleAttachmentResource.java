package brume.cognito.identity.resource;

import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidentity.SetIdentityPoolRolesInput;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::Cognito::IdentityPoolRoleAttachment`. `Ref` gives the id of the pool.
public final class RoleAttachmentResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::Cognito::IdentityPoolRoleAttachment";
  }

  @Override
  public Set<String> properties() {
    return Set.of("IdentityPoolId", "Roles", "RoleMappings");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("IdentityPoolId");
  }

  @Override
  public Resource create(Call call, Request request) {
    var input =
        TemplateProperties.read(mapped(request.properties()), SetIdentityPoolRolesInput.SHAPE);
    call.invoke(CognitoIdentityModel.SET_IDENTITY_POOL_ROLES, input);
    return Resource.of(input.identityPoolId());
  }

  /// A mapping is named by its provider, or by its key where it names none.
  private static Json.Obj mapped(Json.Obj properties) {
    var asked = properties.has("Roles") ? properties : properties.with("Roles", Json.Obj.EMPTY);
    if (!(properties.get("RoleMappings") instanceof Json.Obj(Map<String, Json> mappings))) {
      return asked;
    }
    var byProvider = new LinkedHashMap<String, Json>();
    mappings.forEach(
        (key, value) -> {
          if (value instanceof Json.Obj mapping && mapping.has("IdentityProvider")) {
            var provider = Objects.requireNonNull(mapping.get("IdentityProvider")).text();
            byProvider.put(provider == null ? key : provider, mapping.without("IdentityProvider"));
          } else {
            byProvider.put(key, value);
          }
        });
    return asked.with("RoleMappings", new Json.Obj(byProvider));
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    return create(call, request);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          CognitoIdentityModel.SET_IDENTITY_POOL_ROLES,
          SetIdentityPoolRolesInput.builder()
              .identityPoolId(current.physicalId())
              .roles(Map.of())
              .build());
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
