package brume.cognito.identity.resource;

import static brume.model.cognitoidentity.CognitoIdentityError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.cognitoidentity.CognitoIdentityModel;
import brume.model.cognitoidentity.CreateIdentityPoolInput;
import brume.model.cognitoidentity.DeleteIdentityPoolInput;
import brume.model.cognitoidentity.IdentityPool;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.shape.ServiceException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `AWS::Cognito::IdentityPool`. `Ref` gives the id, `GetAtt` knows `Name` and `Id`.
public final class IdentityPoolResource implements ResourceType {
  private static final int MAX_NAME = 128;

  @Override
  public String name() {
    return "AWS::Cognito::IdentityPool";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "IdentityPoolName",
        "AllowUnauthenticatedIdentities",
        "AllowClassicFlow",
        "CognitoIdentityProviders",
        "DeveloperProviderName",
        "IdentityPoolTags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    var input = TemplateProperties.read(named(request), CreateIdentityPoolInput.SHAPE);
    var tagged =
        input.toBuilder().identityPoolTags(tags(request, input.identityPoolTags())).build();
    return resource(call.invoke(CognitoIdentityModel.CREATE_IDENTITY_POOL, tagged));
  }

  private static Json.Obj named(Request request) {
    var properties = request.properties();
    return properties.has("IdentityPoolName")
        ? properties
        : properties.with("IdentityPoolName", Json.of(request.generatedName(MAX_NAME)));
  }

  private static Map<String, String> tags(Request request, @Nullable Map<String, String> own) {
    var tags = new TreeMap<>(request.tags());
    if (own != null) {
      tags.putAll(own);
    }
    return tags;
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var asked = named(request).with("IdentityPoolId", Json.of(current.physicalId()));
    var input = TemplateProperties.read(asked, IdentityPool.SHAPE);
    var tagged =
        input.toBuilder().identityPoolTags(tags(request, input.identityPoolTags())).build();
    return resource(call.invoke(CognitoIdentityModel.UPDATE_IDENTITY_POOL, tagged));
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          CognitoIdentityModel.DELETE_IDENTITY_POOL,
          new DeleteIdentityPoolInput(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  private static Resource resource(IdentityPool pool) {
    return Resource.of(pool.identityPoolId())
        .with("Id", pool.identityPoolId())
        .with("Name", pool.identityPoolName());
  }
}
