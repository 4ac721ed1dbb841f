package brume.lambda.operation.mapping;

import brume.lambda.data.EventSourceMappings;
import brume.model.lambda.EventSourceMappingConfiguration;
import brume.model.lambda.GetEventSourceMappingRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a mapping and how it went last.
public final class GetEventSourceMapping
    implements Operation<GetEventSourceMappingRequest, EventSourceMappingConfiguration> {
  private final EventSourceMappings mappings;

  public GetEventSourceMapping(EventSourceMappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public Access access(Call call, GetEventSourceMappingRequest input) {
    return MappingAccess.to(name(), call, mappings, input.uuid());
  }

  @Override
  public EventSourceMappingConfiguration run(Call call, GetEventSourceMappingRequest input) {
    return mappings.get(call.scope(), input.uuid());
  }
}
