package brume.sesv2.operation.template;

import brume.model.sesv2.DeleteEmailTemplateRequest;
import brume.model.sesv2.DeleteEmailTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;

/// Deletes a template.
public final class DeleteEmailTemplate
    implements Operation<DeleteEmailTemplateRequest, DeleteEmailTemplateResponse> {
  private final Templates templates;

  public DeleteEmailTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, DeleteEmailTemplateRequest input) {
    return Access.to("ses:DeleteEmailTemplate", Templates.arn(call.scope(), input.templateName()));
  }

  @Override
  public DeleteEmailTemplateResponse run(Call call, DeleteEmailTemplateRequest input) {
    var _ = templates.get(call.scope(), input.templateName(), Api.V2);
    var _ = templates.delete(call.scope(), input.templateName());
    return new DeleteEmailTemplateResponse();
  }
}
