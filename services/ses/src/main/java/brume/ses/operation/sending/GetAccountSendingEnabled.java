package brume.ses.operation.sending;

import brume.model.ses.GetAccountSendingEnabledRequest;
import brume.model.ses.GetAccountSendingEnabledResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;

/// Tells whether the account may send.
public final class GetAccountSendingEnabled
    implements Operation<GetAccountSendingEnabledRequest, GetAccountSendingEnabledResponse> {
  private final Settings settings;

  public GetAccountSendingEnabled(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, GetAccountSendingEnabledRequest input) {
    return Access.toAny("ses:GetAccountSendingEnabled");
  }

  @Override
  public GetAccountSendingEnabledResponse run(Call call, GetAccountSendingEnabledRequest input) {
    return new GetAccountSendingEnabledResponse(settings.isSending(call.scope()));
  }
}
