package brume.sesv2.operation.configuration;

import brume.model.sesv2.PutConfigurationSetSendingOptionsRequest;
import brume.model.sesv2.PutConfigurationSetSendingOptionsResponse;
import brume.model.sesv2.SendingOptions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;

/// Switches the sending with a configuration set on or off.
public final class PutConfigurationSetSendingOptions
    implements Operation<
        PutConfigurationSetSendingOptionsRequest, PutConfigurationSetSendingOptionsResponse> {
  private final ConfigurationSets sets;

  public PutConfigurationSetSendingOptions(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, PutConfigurationSetSendingOptionsRequest input) {
    return Access.to(
        "ses:PutConfigurationSetSendingOptions",
        ConfigurationSets.arn(call.scope(), input.configurationSetName()));
  }

  @Override
  public PutConfigurationSetSendingOptionsResponse run(
      Call call, PutConfigurationSetSendingOptionsRequest input) {
    boolean enabled = Boolean.TRUE.equals(input.sendingEnabled());
    sets.change(
        call.scope(),
        input.configurationSetName(),
        Api.V2,
        set -> set.toBuilder().sendingOptions(new SendingOptions(enabled)).build());
    return new PutConfigurationSetSendingOptionsResponse();
  }
}
