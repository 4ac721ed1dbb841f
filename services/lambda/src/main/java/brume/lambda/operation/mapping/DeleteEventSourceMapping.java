package brume.lambda.operation.mapping;

import brume.lambda.data.EventSourceMappings;
import brume.model.lambda.DeleteEventSourceMappingRequest;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Ends a mapping. A batch that runs is run to its end.
public final class DeleteEventSourceMapping
    implements Operation<DeleteEventSourceMappingRequest, EventSourceMappingConfiguration> {
  private final EventSourceMappings mappings;

  public DeleteEventSourceMapping(EventSourceMappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public Access access(Call call, DeleteEventSourceMappingRequest input) {
    return MappingAccess.to(name(), call, mappings, input.uuid());
  }

  @Override
  public EventSourceMappingConfiguration run(Call call, DeleteEventSourceMappingRequest input) {
    return mappings.delete(call.scope(), input.uuid()).toBuilder().state("Deleting").build();
  }
}
