package brume.sesv2.operation.sending;

import brume.model.sesv2.PutAccountSendingAttributesRequest;
import brume.model.sesv2.PutAccountSendingAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;

/// Switches the sending of the account on or off.
public final class PutAccountSendingAttributes
    implements Operation<PutAccountSendingAttributesRequest, PutAccountSendingAttributesResponse> {
  private final Settings settings;

  public PutAccountSendingAttributes(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, PutAccountSendingAttributesRequest input) {
    return Access.toAny("ses:PutAccountSendingAttributes");
  }

  @Override
  public PutAccountSendingAttributesResponse run(
      Call call, PutAccountSendingAttributesRequest input) {
    settings.setSending(call.scope(), input.sendingEnabled());
    return new PutAccountSendingAttributesResponse();
  }
}
