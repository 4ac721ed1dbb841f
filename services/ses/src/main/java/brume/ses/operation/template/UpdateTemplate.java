package brume.ses.operation.template;

import brume.model.ses.UpdateTemplateRequest;
import brume.model.ses.UpdateTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.send.Rendering;

/// Changes a template.
public final class UpdateTemplate
    implements Operation<UpdateTemplateRequest, UpdateTemplateResponse> {
  private final Templates templates;

  public UpdateTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, UpdateTemplateRequest input) {
    return Access.toAny("ses:UpdateTemplate");
  }

  @Override
  public UpdateTemplateResponse run(Call call, UpdateTemplateRequest input) {
    var content = Contents.of(input.template());
    Rendering.check(content, Api.V1);
    templates.change(
        call.scope(),
        input.template().templateName(),
        Api.V1,
        known -> known.toBuilder().templateContent(content).build());
    return new UpdateTemplateResponse();
  }
}
