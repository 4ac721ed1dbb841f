package brume.sesv2.operation.template;

import brume.model.sesv2.UpdateEmailTemplateRequest;
import brume.model.sesv2.UpdateEmailTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.send.Rendering;

/// Changes a template.
public final class UpdateEmailTemplate
    implements Operation<UpdateEmailTemplateRequest, UpdateEmailTemplateResponse> {
  private final Templates templates;

  public UpdateEmailTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, UpdateEmailTemplateRequest input) {
    return Access.to("ses:UpdateEmailTemplate", Templates.arn(call.scope(), input.templateName()));
  }

  @Override
  public UpdateEmailTemplateResponse run(Call call, UpdateEmailTemplateRequest input) {
    Rendering.check(input.templateContent(), Api.V2);
    templates.change(
        call.scope(),
        input.templateName(),
        Api.V2,
        known -> known.toBuilder().templateContent(input.templateContent()).build());
    return new UpdateEmailTemplateResponse();
  }
}
