package brume.sesv2.operation.sending;

import brume.model.sesv2.Message;
import brume.model.sesv2.SendEmailRequest;
import brume.model.sesv2.SendEmailResponse;
import brume.model.sesv2.Template;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Templates;
import brume.ses.mime.Address;
import brume.ses.mime.Draft;
import brume.ses.mime.RawMail;
import brume.ses.refusal.Api;
import brume.ses.send.Order;
import brume.ses.send.RawOrders;
import brume.ses.send.Sending;
import brume.ses.template.TemplateData;

/// Sends a message: of parts, as its sender wrote it, or made of a template.
public final class SendEmail implements Operation<SendEmailRequest, SendEmailResponse> {
  private final Sending sending;
  private final Templates templates;

  public SendEmail(Sending sending, Templates templates) {
    this.sending = sending;
    this.templates = templates;
  }

  @Override
  public Access access(Call call, SendEmailRequest input) {
    var action = input.content().raw() == null ? "ses:SendEmail" : "ses:SendRawEmail";
    return sending.access(call, action, () -> toWhom(input));
  }

  @Override
  public SendEmailResponse run(Call call, SendEmailRequest input) {
    var order =
        input.content().template() == null
            ? written(input)
            : made(call, input, input.content().template());
    return SendEmailResponse.builder().messageId(sending.send(call, order)).build();
  }

  private Order made(Call call, SendEmailRequest input, Template template) {
    return Requests.common(input)
        .order(
            Requests.recipients(input.destination()),
            Requests.tags(input.emailTags()),
            Requests.content(templates, call.scope(), template),
            TemplateData.parse(template.templateData(), Api.V2));
  }

  private static Order written(SendEmailRequest input) {
    Requests.refuseUnknown(input);
    var raw = input.content().raw();
    if (raw != null) {
      return RawOrders.of(
          new RawOrders.Request(
              Api.V2,
              input.fromEmailAddress(),
              input.fromEmailAddressIdentityArn(),
              Requests.recipients(input.destination()).all(),
              input.configurationSetName(),
              Requests.tags(input.emailTags())),
          RawMail.of(raw.data(), Api.V2));
    }
    if (input.content().simple() == null) {
      throw Api.V2.invalid().because("One of Raw, Simple and Template is needed.");
    }
    return simple(input, input.content().simple());
  }

  private static Order simple(SendEmailRequest input, Message message) {
    var from = Requests.from(input.fromEmailAddress());
    var recipients = Requests.recipients(input.destination());
    var text =
        new Draft.Text(
            message.subject().data(),
            Requests.data(message.body().text()),
            Requests.data(message.body().html()));
    var draft =
        new Draft(
                from,
                recipients,
                Address.parse(input.replyToAddresses(), Api.V2),
                text,
                Requests.headers(message.headers()),
                Requests.attachments(message.attachments()))
            .returningTo(Requests.returnPath(input.feedbackForwardingEmailAddress()));
    return new Order(
        Api.V2,
        "ses:SendEmail",
        from,
        input.fromEmailAddressIdentityArn(),
        recipients.all(),
        input.configurationSetName(),
        Requests.tags(input.emailTags()),
        null,
        null,
        text.subject(),
        draft);
  }

  private static Order toWhom(SendEmailRequest input) {
    return input.content().template() == null
        ? written(input)
        : Requests.common(input).toWhom(Requests.recipients(input.destination()).all());
  }
}
