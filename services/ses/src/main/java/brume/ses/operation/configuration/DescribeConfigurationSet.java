package brume.ses.operation.configuration;

import brume.model.ses.ConfigurationSet;
import brume.model.ses.DescribeConfigurationSetRequest;
import brume.model.ses.DescribeConfigurationSetResponse;
import brume.model.ses.ReputationOptions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;
import java.util.List;

/// Shows a configuration set.
public final class DescribeConfigurationSet
    implements Operation<DescribeConfigurationSetRequest, DescribeConfigurationSetResponse> {
  private final ConfigurationSets sets;

  public DescribeConfigurationSet(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, DescribeConfigurationSetRequest input) {
    return Access.toAny("ses:DescribeConfigurationSet");
  }

  @Override
  public DescribeConfigurationSetResponse run(Call call, DescribeConfigurationSetRequest input) {
    var set = sets.get(call.scope(), input.configurationSetName(), Api.V1);
    var asked = input.configurationSetAttributeNames();
    var described =
        DescribeConfigurationSetResponse.builder()
            .configurationSet(new ConfigurationSet(input.configurationSetName()));
    if (asked != null && asked.contains("eventDestinations")) {
      described.eventDestinations(List.of());
    }
    if (asked != null && asked.contains("reputationOptions")) {
      var sending = set.sendingOptions();
      boolean enabled = sending == null || !Boolean.FALSE.equals(sending.sendingEnabled());
      described.reputationOptions(ReputationOptions.builder().sendingEnabled(enabled).build());
    }
    return described.build();
  }
}
