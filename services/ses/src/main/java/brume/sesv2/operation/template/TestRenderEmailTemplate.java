package brume.sesv2.operation.template;

import brume.model.sesv2.TestRenderEmailTemplateRequest;
import brume.model.sesv2.TestRenderEmailTemplateResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.refusal.Api;
import brume.ses.send.Rendering;
import brume.ses.send.TemplateOrders;
import brume.ses.template.TemplateData;
import java.nio.charset.StandardCharsets;

/// Fills a template with values, and sends nothing.
public final class TestRenderEmailTemplate
    implements Operation<TestRenderEmailTemplateRequest, TestRenderEmailTemplateResponse> {
  private final Templates templates;

  public TestRenderEmailTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, TestRenderEmailTemplateRequest input) {
    return Access.to(
        "ses:TestRenderEmailTemplate", Templates.arn(call.scope(), input.templateName()));
  }

  @Override
  public TestRenderEmailTemplateResponse run(Call call, TestRenderEmailTemplateRequest input) {
    var template = templates.get(call.scope(), input.templateName(), Api.V2);
    var data = TemplateData.parse(input.templateData(), Api.V2);
    var text = Rendering.of(template.templateContent(), data).orRefuse(Api.V2);
    var message = TemplateOrders.preview(text, call.now(), call.ids().uuid());
    return new TestRenderEmailTemplateResponse(new String(message, StandardCharsets.UTF_8));
  }
}
