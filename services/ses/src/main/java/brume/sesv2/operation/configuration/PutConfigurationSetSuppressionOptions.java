package brume.sesv2.operation.configuration;

import brume.model.sesv2.PutConfigurationSetSuppressionOptionsRequest;
import brume.model.sesv2.PutConfigurationSetSuppressionOptionsResponse;
import brume.model.sesv2.SuppressionOptions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import brume.ses.refusal.Api;
import brume.ses.refusal.Honoured;
import java.util.List;

/// Says for which reasons addresses get no mail with a configuration set.
public final class PutConfigurationSetSuppressionOptions
    implements Operation<
        PutConfigurationSetSuppressionOptionsRequest,
        PutConfigurationSetSuppressionOptionsResponse> {
  private final ConfigurationSets sets;

  public PutConfigurationSetSuppressionOptions(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, PutConfigurationSetSuppressionOptionsRequest input) {
    return Access.to(
        "ses:PutConfigurationSetSuppressionOptions",
        ConfigurationSets.arn(call.scope(), input.configurationSetName()));
  }

  @Override
  public PutConfigurationSetSuppressionOptionsResponse run(
      Call call, PutConfigurationSetSuppressionOptionsRequest input) {
    Honoured.refuse("ValidationOptions", input.validationOptions());
    var options =
        SuppressionOptions.builder()
            .suppressedReasons(
                input.suppressedReasons() == null ? List.of() : input.suppressedReasons())
            .build();
    sets.change(
        call.scope(),
        input.configurationSetName(),
        Api.V2,
        set -> set.toBuilder().suppressionOptions(options).build());
    return new PutConfigurationSetSuppressionOptionsResponse();
  }
}
