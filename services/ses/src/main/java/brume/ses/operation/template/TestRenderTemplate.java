package brume.ses.operation.template;

import brume.model.ses.TestRenderTemplateRequest;
import brume.model.ses.TestRenderTemplateResponse;
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
public final class TestRenderTemplate
    implements Operation<TestRenderTemplateRequest, TestRenderTemplateResponse> {
  private final Templates templates;

  public TestRenderTemplate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Access access(Call call, TestRenderTemplateRequest input) {
    return Access.toAny("ses:TestRenderTemplate");
  }

  @Override
  public TestRenderTemplateResponse run(Call call, TestRenderTemplateRequest input) {
    var template = templates.get(call.scope(), input.templateName(), Api.V1);
    var data = TemplateData.parse(input.templateData(), Api.V1);
    var text = Rendering.of(template.templateContent(), data).orRefuse(Api.V1);
    var message = TemplateOrders.preview(text, call.now(), call.ids().uuid());
    return new TestRenderTemplateResponse(new String(message, StandardCharsets.UTF_8));
  }
}
