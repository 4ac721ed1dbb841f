package brume.ses.resource;

import static brume.model.sesv2.SeSv2Error.NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.sesv2.CreateEmailIdentityRequest;
import brume.model.sesv2.DeleteEmailIdentityRequest;
import brume.model.sesv2.PutEmailIdentityConfigurationSetAttributesRequest;
import brume.model.sesv2.SeSv2Model;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.ses.identity.Identity;
import brume.shape.ServiceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::SES::EmailIdentity`. `Ref` gives the name. As with AWS, the stack does not wait until its
/// owner has verified it.
public final class EmailIdentityResource implements ResourceType {
  private static final String NAME = "EmailIdentity";
  private static final String SET = "ConfigurationSetAttributes";

  @Override
  public String name() {
    return "AWS::SES::EmailIdentity";
  }

  @Override
  public Set<String> properties() {
    return Set.of(NAME, SET, "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of(NAME);
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get(NAME);
    var name = given == null ? null : given.text();
    if (name == null) {
      throw CommonError.VALIDATION.because("The property EmailIdentity is needed");
    }
    call.invoke(
        SeSv2Model.CREATE_EMAIL_IDENTITY,
        CreateEmailIdentityRequest.builder()
            .emailIdentity(name)
            .configurationSetName(configurationSet(request.properties()))
            .tags(TagProperties.of(request))
            .build());
    return Resource.of(name);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    call.invoke(
        SeSv2Model.PUT_EMAIL_IDENTITY_CONFIGURATION_SET_ATTRIBUTES,
        new PutEmailIdentityConfigurationSetAttributesRequest(
            configurationSet(request.properties()), name));
    TagProperties.set(call, Identity.arn(call.scope(), name), request);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          SeSv2Model.DELETE_EMAIL_IDENTITY, new DeleteEmailIdentityRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  private static @Nullable String configurationSet(Json.Obj properties) {
    return switch (properties.get(SET)) {
      case null -> null;
      case Json.Obj attributes -> {
        var name = attributes.get("ConfigurationSetName");
        yield name == null ? null : name.text();
      }
      case Json _ -> throw CommonError.VALIDATION.because("Not of the right type: property " + SET);
    };
  }
}
