package brume.lambda.operation.mapping;

import brume.lambda.data.EventSourceMappings;
import brume.lambda.function.FunctionName;
import brume.model.lambda.ListEventSourceMappingsRequest;
import brume.model.lambda.ListEventSourceMappingsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the mappings of a source, a function, or all.
public final class ListEventSourceMappings
    implements Operation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse> {
  private final EventSourceMappings mappings;

  public ListEventSourceMappings(EventSourceMappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public Access access(Call call, ListEventSourceMappingsRequest input) {
    return Access.toAny("lambda:ListEventSourceMappings");
  }

  @Override
  public ListEventSourceMappingsResponse run(Call call, ListEventSourceMappingsRequest input) {
    var name = input.functionName();
    var function = name == null ? null : FunctionName.of(call.scope(), name).arn().toString();
    var source = input.eventSourceArn();
    var page =
        mappings.page(
            call.scope(),
            mapping ->
                (function == null || function.equals(mapping.functionArn()))
                    && (source == null || source.equals(mapping.eventSourceArn())),
            input.marker(),
            input.maxItems());
    return new ListEventSourceMappingsResponse(page.items(), page.next());
  }
}
