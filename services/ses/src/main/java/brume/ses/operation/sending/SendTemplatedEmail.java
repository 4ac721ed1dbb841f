package brume.ses.operation.sending;

import brume.model.ses.SendTemplatedEmailRequest;
import brume.model.ses.SendTemplatedEmailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.mime.Address;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import brume.ses.send.Sending;
import brume.ses.send.TemplateOrders;
import brume.ses.template.TemplateData;
import java.util.List;
import java.util.Map;

/// Sends a message that is made of a template.
public final class SendTemplatedEmail
    implements Operation<SendTemplatedEmailRequest, SendTemplatedEmailResponse> {
  private final Sending sending;
  private final Templates templates;

  public SendTemplatedEmail(Sending sending, Templates templates) {
    this.sending = sending;
    this.templates = templates;
  }

  @Override
  public Access access(Call call, SendTemplatedEmailRequest input) {
    return sending.access(
        call,
        "ses:SendTemplatedEmail",
        () -> common(input).toWhom(Simple.recipients(input.destination()).all()));
  }

  @Override
  public SendTemplatedEmailResponse run(Call call, SendTemplatedEmailRequest input) {
    var template = templates.get(call.scope(), input.template(), Api.V1).templateContent();
    var data = TemplateData.parse(input.templateData(), Api.V1);
    var recipients = Simple.recipients(input.destination());
    var order = common(input).order(recipients, Simple.tags(input.tags()), template, data);
    return new SendTemplatedEmailResponse(sending.send(call, order));
  }

  private static TemplateOrders.Common common(SendTemplatedEmailRequest input) {
    Honoured.refuse("TemplateArn", input.templateArn());
    return new TemplateOrders.Common(
        Api.V1,
        "ses:SendTemplatedEmail",
        Address.parse(input.source(), Api.V1),
        input.sourceArn(),
        Address.parse(input.replyToAddresses(), Api.V1),
        Simple.returnPath(input.returnPath(), input.returnPathArn()),
        input.configurationSetName(),
        input.template(),
        Map.of(),
        List.of());
  }
}
