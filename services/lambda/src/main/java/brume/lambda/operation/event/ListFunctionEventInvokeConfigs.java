package brume.lambda.operation.event;

import brume.lambda.data.EventConfigs;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.ListFunctionEventInvokeConfigsRequest;
import brume.model.lambda.ListFunctionEventInvokeConfigsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists how the asynchronous requests of a function, its versions and aliases are treated.
public final class ListFunctionEventInvokeConfigs
    implements Operation<
        ListFunctionEventInvokeConfigsRequest, ListFunctionEventInvokeConfigsResponse> {
  private final EventConfigs configs;
  private final FunctionAccess access;

  public ListFunctionEventInvokeConfigs(EventConfigs configs, FunctionAccess access) {
    this.configs = configs;
    this.access = access;
  }

  @Override
  public Access access(Call call, ListFunctionEventInvokeConfigsRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public ListFunctionEventInvokeConfigsResponse run(
      Call call, ListFunctionEventInvokeConfigsRequest input) {
    var page = configs.page(function(call, input), input.marker(), input.maxItems());
    return new ListFunctionEventInvokeConfigsResponse(page.items(), page.next());
  }

  private static FunctionName function(Call call, ListFunctionEventInvokeConfigsRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
