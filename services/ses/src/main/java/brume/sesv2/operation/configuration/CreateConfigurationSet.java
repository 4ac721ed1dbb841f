package brume.sesv2.operation.configuration;

import brume.model.sesv2.CreateConfigurationSetRequest;
import brume.model.sesv2.CreateConfigurationSetResponse;
import brume.model.sesv2.GetConfigurationSetResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import java.util.List;

/// Makes a configuration set.
public final class CreateConfigurationSet
    implements Operation<CreateConfigurationSetRequest, CreateConfigurationSetResponse> {
  private final ConfigurationSets sets;

  public CreateConfigurationSet(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, CreateConfigurationSetRequest input) {
    return Access.to(
        "ses:CreateConfigurationSet",
        ConfigurationSets.arn(call.scope(), input.configurationSetName()));
  }

  @Override
  public CreateConfigurationSetResponse run(Call call, CreateConfigurationSetRequest input) {
    Honoured.refuse("ArchivingOptions", input.archivingOptions());
    Honoured.refuse("DeliveryOptions", input.deliveryOptions());
    Honoured.refuse("ReputationOptions", input.reputationOptions());
    Honoured.refuse("TrackingOptions", input.trackingOptions());
    Honoured.refuse("VdmOptions", input.vdmOptions());
    var set =
        GetConfigurationSetResponse.builder()
            .configurationSetName(input.configurationSetName())
            .sendingOptions(input.sendingOptions())
            .suppressionOptions(Suppression.checked(input.suppressionOptions()))
            .tags(input.tags() == null ? List.of() : input.tags())
            .build();
    sets.create(call.scope(), set, Api.V2);
    return new CreateConfigurationSetResponse();
  }
}
