package brume.lambda.operation.mapping;

import brume.lambda.data.Aliases;
import brume.lambda.data.EventSourceMappings;
import brume.lambda.function.FunctionName;
import brume.lambda.function.MappingRules;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.UpdateEventSourceMappingRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Changes a mapping, which goes on where it was.
public final class UpdateEventSourceMapping
    implements Operation<UpdateEventSourceMappingRequest, EventSourceMappingConfiguration> {
  private final EventSourceMappings mappings;
  private final Aliases aliases;

  public UpdateEventSourceMapping(EventSourceMappings mappings, Aliases aliases) {
    this.mappings = mappings;
    this.aliases = aliases;
  }

  @Override
  public Access access(Call call, UpdateEventSourceMappingRequest input) {
    return MappingAccess.to(name(), call, mappings, input.uuid());
  }

  @Override
  public EventSourceMappingConfiguration run(Call call, UpdateEventSourceMappingRequest input) {
    MappingRules.check(input);
    var name = input.functionName();
    var function = name == null ? null : FunctionName.of(call.scope(), name);
    if (function != null) {
      aliases.check(function);
    }
    return mappings.change(
        call.scope(), input.uuid(), before -> Checked.of(changed(call, before, input, function)));
  }

  private static EventSourceMappingConfiguration changed(
      Call call,
      EventSourceMappingConfiguration before,
      UpdateEventSourceMappingRequest input,
      @Nullable FunctionName function) {
    var enabled = input.enabled();
    return before.toBuilder()
        .functionArn(function == null ? before.functionArn() : function.arn().toString())
        .batchSize(or(input.batchSize(), before.batchSize()))
        .maximumBatchingWindowInSeconds(
            or(input.maximumBatchingWindowInSeconds(), before.maximumBatchingWindowInSeconds()))
        .parallelizationFactor(or(input.parallelizationFactor(), before.parallelizationFactor()))
        .bisectBatchOnFunctionError(
            or(input.bisectBatchOnFunctionError(), before.bisectBatchOnFunctionError()))
        .maximumRecordAgeInSeconds(
            or(input.maximumRecordAgeInSeconds(), before.maximumRecordAgeInSeconds()))
        .maximumRetryAttempts(or(input.maximumRetryAttempts(), before.maximumRetryAttempts()))
        .functionResponseTypes(or(input.functionResponseTypes(), before.functionResponseTypes()))
        .filterCriteria(or(input.filterCriteria(), before.filterCriteria()))
        .destinationConfig(or(input.destinationConfig(), before.destinationConfig()))
        .scalingConfig(or(input.scalingConfig(), before.scalingConfig()))
        .state(enabled == null ? before.state() : enabled ? "Enabled" : "Disabled")
        .stateTransitionReason("User action")
        .lastModified(call.now())
        .build();
  }

  private static <T> @Nullable T or(@Nullable T after, @Nullable T before) {
    return after == null ? before : after;
  }
}
