package brume.sesv2.operation.template;

import brume.model.sesv2.GetEmailTemplateRequest;
import brume.model.sesv2.GetEmailTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;

/// Shows a template.
public final class GetEmailTemplate
    implements Operation<GetEmailTemplateRequest, GetEmailTemplateResponse> {
  private final Templates templates;

  public GetEmailTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, GetEmailTemplateRequest input) {
    return Access.to("ses:GetEmailTemplate", Templates.arn(call.scope(), input.templateName()));
  }

  @Override
  public GetEmailTemplateResponse run(Call call, GetEmailTemplateRequest input) {
    return templates.get(call.scope(), input.templateName(), Api.V2);
  }
}
