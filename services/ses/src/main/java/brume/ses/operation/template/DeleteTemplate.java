package brume.ses.operation.template;

import brume.model.ses.DeleteTemplateRequest;
import brume.model.ses.DeleteTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;

/// Deletes a template. One that is not there is no error.
public final class DeleteTemplate
    implements Operation<DeleteTemplateRequest, DeleteTemplateResponse> {
  private final Templates templates;

  public DeleteTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, DeleteTemplateRequest input) {
    return Access.toAny("ses:DeleteTemplate");
  }

  @Override
  public DeleteTemplateResponse run(Call call, DeleteTemplateRequest input) {
    var _ = templates.delete(call.scope(), input.templateName());
    return new DeleteTemplateResponse();
  }
}
