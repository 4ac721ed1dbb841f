package brume.ses.operation.sending;

import brume.model.ses.SendEmailRequest;
import brume.model.ses.SendEmailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.mime.Address;
import brume.ses.mime.Draft;
import brume.ses.refusal.Api;
import brume.ses.send.Order;
import brume.ses.send.Sending;

/// Sends a message whose parts are given one by one.
public final class SendEmail implements Operation<SendEmailRequest, SendEmailResponse> {
  private final Sending sending;

  public SendEmail(Sending sending) {
    this.sending = sending;
  }

  @Override
  public Access access(Call call, SendEmailRequest input) {
    return sending.access(call, "ses:SendEmail", () -> order(input));
  }

  @Override
  public SendEmailResponse run(Call call, SendEmailRequest input) {
    return new SendEmailResponse(sending.send(call, order(input)));
  }

  private static Order order(SendEmailRequest input) {
    var from = Address.parse(input.source(), Api.V1);
    var recipients = Simple.recipients(input.destination());
    var body = input.message().body();
    var text =
        new Draft.Text(
            input.message().subject().data(), Simple.data(body.text()), Simple.data(body.html()));
    var draft =
        new Draft(from, recipients, Address.parse(input.replyToAddresses(), Api.V1), text)
            .returningTo(Simple.returnPath(input.returnPath(), input.returnPathArn()));
    return new Order(
        Api.V1,
        "ses:SendEmail",
        from,
        input.sourceArn(),
        recipients.all(),
        input.configurationSetName(),
        Simple.tags(input.tags()),
        null,
        null,
        text.subject(),
        draft);
  }
}
