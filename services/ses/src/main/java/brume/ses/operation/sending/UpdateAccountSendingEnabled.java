package brume.ses.operation.sending;

import brume.model.ses.UpdateAccountSendingEnabledRequest;
import brume.model.ses.UpdateAccountSendingEnabledResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.Settings;

/// Switches the sending of the account on or off.
public final class UpdateAccountSendingEnabled
    implements Operation<UpdateAccountSendingEnabledRequest, UpdateAccountSendingEnabledResponse> {
  private final Settings settings;

  public UpdateAccountSendingEnabled(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, UpdateAccountSendingEnabledRequest input) {
    return Access.toAny("ses:UpdateAccountSendingEnabled");
  }

  @Override
  public UpdateAccountSendingEnabledResponse run(
      Call call, UpdateAccountSendingEnabledRequest input) {
    settings.setSending(call.scope(), input.enabled());
    return new UpdateAccountSendingEnabledResponse();
  }
}
