package brume.ses.operation.configuration;

import brume.model.ses.CreateConfigurationSetRequest;
import brume.model.ses.CreateConfigurationSetResponse;
import brume.model.sesv2.GetConfigurationSetResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;

/// Makes a configuration set.
public final class CreateConfigurationSet
    implements Operation<CreateConfigurationSetRequest, CreateConfigurationSetResponse> {
  private final ConfigurationSets sets;

  public CreateConfigurationSet(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, CreateConfigurationSetRequest input) {
    return Access.toAny("ses:CreateConfigurationSet");
  }

  @Override
  public CreateConfigurationSetResponse run(Call call, CreateConfigurationSetRequest input) {
    var set =
        GetConfigurationSetResponse.builder()
            .configurationSetName(input.configurationSet().name())
            .build();
    sets.create(call.scope(), set, Api.V1);
    return new CreateConfigurationSetResponse();
  }
}
