package brume.sesv2.operation.template;

import brume.model.sesv2.CreateEmailTemplateRequest;
import brume.model.sesv2.CreateEmailTemplateResponse;
import brume.model.sesv2.GetEmailTemplateResponse;
import brume.model.sesv2.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.StoredTemplate;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.send.Rendering;
import java.util.List;

/// Makes a template.
public final class CreateEmailTemplate
    implements Operation<CreateEmailTemplateRequest, CreateEmailTemplateResponse> {
  private final Templates templates;

  public CreateEmailTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, CreateEmailTemplateRequest input) {
    return Access.to("ses:CreateEmailTemplate", Templates.arn(call.scope(), input.templateName()));
  }

  @Override
  public CreateEmailTemplateResponse run(Call call, CreateEmailTemplateRequest input) {
    Rendering.check(input.templateContent(), Api.V2);
    var tags = input.tags() == null ? List.<Tag>of() : input.tags();
    var template =
        new GetEmailTemplateResponse(tags, input.templateContent(), input.templateName());
    templates.create(call.scope(), new StoredTemplate(template, call.now()), Api.V2);
    return new CreateEmailTemplateResponse();
  }
}
