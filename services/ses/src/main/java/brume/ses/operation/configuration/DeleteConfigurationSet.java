package brume.ses.operation.configuration;

import brume.model.ses.DeleteConfigurationSetRequest;
import brume.model.ses.DeleteConfigurationSetResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;

/// Deletes a configuration set.
public final class DeleteConfigurationSet
    implements Operation<DeleteConfigurationSetRequest, DeleteConfigurationSetResponse> {
  private final ConfigurationSets sets;

  public DeleteConfigurationSet(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, DeleteConfigurationSetRequest input) {
    return Access.toAny("ses:DeleteConfigurationSet");
  }

  @Override
  public DeleteConfigurationSetResponse run(Call call, DeleteConfigurationSetRequest input) {
    sets.delete(call.scope(), input.configurationSetName(), Api.V1);
    return new DeleteConfigurationSetResponse();
  }
}
