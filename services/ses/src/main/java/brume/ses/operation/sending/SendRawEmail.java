package brume.ses.operation.sending;

import brume.model.ses.SendRawEmailRequest;
import brume.model.ses.SendRawEmailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.mime.Address;
import brume.ses.mime.RawMail;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import brume.ses.send.Order;
import brume.ses.send.RawOrders;
import brume.ses.send.Sending;
import java.util.List;

/// Sends a message that its sender wrote as a whole.
public final class SendRawEmail implements Operation<SendRawEmailRequest, SendRawEmailResponse> {
  private final Sending sending;

  public SendRawEmail(Sending sending) {
    this.sending = sending;
  }

  @Override
  public Access access(Call call, SendRawEmailRequest input) {
    return sending.access(call, "ses:SendRawEmail", () -> order(input));
  }

  @Override
  public SendRawEmailResponse run(Call call, SendRawEmailRequest input) {
    return new SendRawEmailResponse(sending.send(call, order(input)));
  }

  private static Order order(SendRawEmailRequest input) {
    Honoured.refuse("ReturnPathArn", input.returnPathArn());
    var raw = RawMail.of(input.rawMessage().data(), Api.V1);
    return RawOrders.of(
        new RawOrders.Request(
            Api.V1,
            input.source(),
            input.fromArn() == null ? input.sourceArn() : input.fromArn(),
            input.destinations() == null ? List.of() : Address.parse(input.destinations(), Api.V1),
            input.configurationSetName(),
            Simple.tags(input.tags())),
        raw);
  }
}
