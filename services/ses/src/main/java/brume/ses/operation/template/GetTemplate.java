package brume.ses.operation.template;

import brume.model.ses.GetTemplateRequest;
import brume.model.ses.GetTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;

/// Shows a template.
public final class GetTemplate implements Operation<GetTemplateRequest, GetTemplateResponse> {
  private final Templates templates;

  public GetTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, GetTemplateRequest input) {
    return Access.toAny("ses:GetTemplate");
  }

  @Override
  public GetTemplateResponse run(Call call, GetTemplateRequest input) {
    var template = templates.get(call.scope(), input.templateName(), Api.V1);
    return new GetTemplateResponse(Contents.shown(template));
  }
}
