package brume.ses.operation.configuration;

import brume.model.ses.UpdateConfigurationSetSendingEnabledRequest;
import brume.model.ses.UpdateConfigurationSetSendingEnabledResponse;
import brume.model.sesv2.SendingOptions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;

/// Switches the sending with a configuration set on or off.
public final class UpdateConfigurationSetSendingEnabled
    implements Operation<
        UpdateConfigurationSetSendingEnabledRequest, UpdateConfigurationSetSendingEnabledResponse> {
  private final ConfigurationSets sets;

  public UpdateConfigurationSetSendingEnabled(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, UpdateConfigurationSetSendingEnabledRequest input) {
    return Access.toAny("ses:UpdateConfigurationSetSendingEnabled");
  }

  @Override
  public UpdateConfigurationSetSendingEnabledResponse run(
      Call call, UpdateConfigurationSetSendingEnabledRequest input) {
    sets.change(
        call.scope(),
        input.configurationSetName(),
        Api.V1,
        set -> set.toBuilder().sendingOptions(new SendingOptions(input.enabled())).build());
    return new UpdateConfigurationSetSendingEnabledResponse();
  }
}
