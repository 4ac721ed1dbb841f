package brume.sesv2.operation.configuration;

import brume.model.sesv2.GetConfigurationSetRequest;
import brume.model.sesv2.GetConfigurationSetResponse;
import brume.model.sesv2.SendingOptions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;

/// Shows a configuration set.
public final class GetConfigurationSet
    implements Operation<GetConfigurationSetRequest, GetConfigurationSetResponse> {
  private final ConfigurationSets sets;

  public GetConfigurationSet(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, GetConfigurationSetRequest input) {
    return Access.to(
        "ses:GetConfigurationSet",
        ConfigurationSets.arn(call.scope(), input.configurationSetName()));
  }

  @Override
  public GetConfigurationSetResponse run(Call call, GetConfigurationSetRequest input) {
    var set = sets.get(call.scope(), input.configurationSetName(), Api.V2);
    return set.sendingOptions() == null
        ? set.toBuilder().sendingOptions(new SendingOptions(true)).build()
        : set;
  }
}
