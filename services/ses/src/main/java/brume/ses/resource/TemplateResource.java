package brume.ses.resource;

import static brume.model.sesv2.SeSv2Error.ALREADY_EXISTS_EXCEPTION;
import static brume.model.sesv2.SeSv2Error.NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.ses.Template;
import brume.model.sesv2.CreateEmailTemplateRequest;
import brume.model.sesv2.DeleteEmailTemplateRequest;
import brume.model.sesv2.EmailTemplateContent;
import brume.model.sesv2.SeSv2Model;
import brume.model.sesv2.UpdateEmailTemplateRequest;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.TemplateProperties;
import brume.ses.data.Templates;
import brume.shape.ServiceException;
import java.util.Set;

/// `AWS::SES::Template`. `Ref` and `GetAtt` of `Id` give the name.
public final class TemplateResource implements ResourceType {
  private static final String TEMPLATE = "Template";
  private static final String TEMPLATE_NAME = "TemplateName";
  private static final int MAX_NAME = 64;

  @Override
  public String name() {
    return "AWS::SES::Template";
  }

  @Override
  public Set<String> properties() {
    return Set.of(TEMPLATE, "Tags");
  }

  /// The name within the template cannot change either: an update refuses it.
  @Override
  public Set<String> createOnly() {
    return Set.of();
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = properties(request.properties());
    boolean isOwnName = !given.has(TEMPLATE_NAME);
    var template =
        template(
            isOwnName
                ? given.with(TEMPLATE_NAME, Json.of(request.generatedName(MAX_NAME)))
                : given);
    var input =
        CreateEmailTemplateRequest.builder()
            .templateName(template.templateName())
            .templateContent(content(template))
            .tags(TagProperties.of(request))
            .build();
    try {
      call.invoke(SeSv2Model.CREATE_EMAIL_TEMPLATE, input);
    } catch (ServiceException e) {
      if (e.error() != ALREADY_EXISTS_EXCEPTION || !isOwnName) {
        throw e;
      }
    }
    return Resource.of(template.templateName()).with("Id", template.templateName());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var given = properties(request.properties());
    var name = Json.of(current.physicalId());
    if (given.has(TEMPLATE_NAME) && !name.equals(given.get(TEMPLATE_NAME))) {
      throw CommonError.NOT_IMPLEMENTED.because(
          "Brume does not change the TemplateName of an AWS::SES::Template");
    }
    call.invoke(
        SeSv2Model.UPDATE_EMAIL_TEMPLATE,
        new UpdateEmailTemplateRequest(
            content(template(given.with(TEMPLATE_NAME, name))), current.physicalId()));
    TagProperties.set(call, Templates.arn(call.scope(), current.physicalId()), request);
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          SeSv2Model.DELETE_EMAIL_TEMPLATE, new DeleteEmailTemplateRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  private static Json.Obj properties(Json.Obj properties) {
    return properties.get(TEMPLATE) instanceof Json.Obj template ? template : Json.Obj.EMPTY;
  }

  private static Template template(Json.Obj properties) {
    return TemplateProperties.read(properties, Template.SHAPE);
  }

  private static EmailTemplateContent content(Template template) {
    return new EmailTemplateContent(
        template.htmlPart(), template.subjectPart(), template.textPart());
  }
}
