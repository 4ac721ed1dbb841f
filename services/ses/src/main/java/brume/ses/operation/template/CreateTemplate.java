package brume.ses.operation.template;

import brume.model.ses.CreateTemplateRequest;
import brume.model.ses.CreateTemplateResponse;
import brume.model.sesv2.GetEmailTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.StoredTemplate;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.send.Rendering;
import java.util.List;

/// Makes a template.
public final class CreateTemplate
    implements Operation<CreateTemplateRequest, CreateTemplateResponse> {
  private final Templates templates;

  public CreateTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, CreateTemplateRequest input) {
    return Access.toAny("ses:CreateTemplate");
  }

  @Override
  public CreateTemplateResponse run(Call call, CreateTemplateRequest input) {
    var content = Contents.of(input.template());
    Rendering.check(content, Api.V1);
    var stored = new GetEmailTemplateResponse(List.of(), content, input.template().templateName());
    templates.create(call.scope(), new StoredTemplate(stored, call.now()), Api.V1);
    return new CreateTemplateResponse();
  }
}
