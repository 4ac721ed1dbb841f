package brume.ses.resource;

import static brume.model.sesv2.SeSv2Error.ALREADY_EXISTS_EXCEPTION;
import static brume.model.sesv2.SeSv2Error.NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.sesv2.CreateConfigurationSetRequest;
import brume.model.sesv2.DeleteConfigurationSetRequest;
import brume.model.sesv2.GetConfigurationSetRequest;
import brume.model.sesv2.PutConfigurationSetSendingOptionsRequest;
import brume.model.sesv2.PutConfigurationSetSuppressionOptionsRequest;
import brume.model.sesv2.SeSv2Model;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.ses.data.ConfigurationSets;
import brume.shape.ServiceException;
import java.util.Set;

/// `AWS::SES::ConfigurationSet`. `Ref` gives the name.
public final class ConfigurationSetResource implements ResourceType {
  private static final int MAX_NAME = 64;

  @Override
  public String name() {
    return "AWS::SES::ConfigurationSet";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Name", "SendingOptions", "SuppressionOptions", "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Name");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request,
        "Name",
        NOT_FOUND_EXCEPTION,
        name ->
            call.invoke(SeSv2Model.GET_CONFIGURATION_SET, new GetConfigurationSetRequest(name)));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("Name");
    var own = given == null ? null : given.text();
    var name = own == null ? request.generatedName(MAX_NAME) : own;
    try {
      call.invoke(SeSv2Model.CREATE_CONFIGURATION_SET, input(name, request));
    } catch (ServiceException e) {
      if (e.error() != ALREADY_EXISTS_EXCEPTION || !request.isOwn("Name")) {
        throw e;
      }
    }
    return Resource.of(name);
  }

  private static CreateConfigurationSetRequest input(String name, Request request) {
    var named =
        request
            .properties()
            .without("Name")
            .without("Tags")
            .with("ConfigurationSetName", Json.of(name));
    return TemplateProperties.read(named, CreateConfigurationSetRequest.SHAPE).toBuilder()
        .tags(TagProperties.of(request))
        .build();
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var wanted = input(name, request);
    var sending = wanted.sendingOptions();
    call.invoke(
        SeSv2Model.PUT_CONFIGURATION_SET_SENDING_OPTIONS,
        new PutConfigurationSetSendingOptionsRequest(
            name, sending == null || !Boolean.FALSE.equals(sending.sendingEnabled())));
    var suppression = wanted.suppressionOptions();
    if (suppression != null) {
      call.invoke(
          SeSv2Model.PUT_CONFIGURATION_SET_SUPPRESSION_OPTIONS,
          new PutConfigurationSetSuppressionOptionsRequest(
              name, suppression.suppressedReasons(), suppression.validationOptions()));
    }
    TagProperties.set(call, ConfigurationSets.arn(call.scope(), name), request);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          SeSv2Model.DELETE_CONFIGURATION_SET,
          new DeleteConfigurationSetRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
