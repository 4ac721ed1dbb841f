package brume.lambda.operation.mapping;

import brume.lambda.data.Aliases;
import brume.lambda.data.EventSourceMappings;
import brume.lambda.function.FunctionName;
import brume.lambda.function.MappingRules;
import brume.model.lambda.CreateEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Has a function run with what comes by a stream or a queue.
public final class CreateEventSourceMapping
    implements Operation<CreateEventSourceMappingRequest, EventSourceMappingConfiguration> {
  private final EventSourceMappings mappings;
  private final Aliases aliases;

  public CreateEventSourceMapping(EventSourceMappings mappings, Aliases aliases) {
    this.mappings = mappings;
    this.aliases = aliases;
  }

  @Override
  public Access access(Call call, CreateEventSourceMappingRequest input) {
    return Access.toAny("lambda:CreateEventSourceMapping")
        .where("lambda:FunctionArn", function(call, input).arn().toString());
  }

  @Override
  public EventSourceMappingConfiguration run(Call call, CreateEventSourceMappingRequest input) {
    MappingRules.check(input);
    var function = function(call, input);
    var uuid = call.ids().uuid().toString();
    var mapping =
        Checked.of(
            EventSourceMappingConfiguration.builder()
                .uuid(uuid)
                .eventSourceMappingArn(MappingRules.arn(call.scope(), uuid).toString())
                .eventSourceArn(input.eventSourceArn())
                .functionArn(function.arn().toString())
                .batchSize(input.batchSize())
                .maximumBatchingWindowInSeconds(input.maximumBatchingWindowInSeconds())
                .parallelizationFactor(input.parallelizationFactor())
                .bisectBatchOnFunctionError(input.bisectBatchOnFunctionError())
                .maximumRecordAgeInSeconds(input.maximumRecordAgeInSeconds())
                .maximumRetryAttempts(input.maximumRetryAttempts())
                .functionResponseTypes(input.functionResponseTypes())
                .filterCriteria(input.filterCriteria())
                .destinationConfig(input.destinationConfig())
                .scalingConfig(input.scalingConfig())
                .startingPosition(input.startingPosition())
                .state(Boolean.FALSE.equals(input.enabled()) ? "Disabled" : "Enabled")
                .stateTransitionReason("User action")
                .lastProcessingResult("No records processed")
                .lastModified(call.now())
                .build());
    aliases.check(function);
    return mappings.create(call.scope(), mapping).toBuilder().state("Creating").build();
  }

  private static FunctionName function(Call call, CreateEventSourceMappingRequest input) {
    return FunctionName.of(call.scope(), input.functionName());
  }
}
