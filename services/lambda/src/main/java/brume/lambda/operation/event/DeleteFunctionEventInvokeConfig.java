package brume.lambda.operation.event;

import brume.lambda.data.EventConfigs;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.DeleteFunctionEventInvokeConfigRequest;
import brume.model.lambda.DeleteFunctionEventInvokeConfigResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Treats asynchronous requests as usual again.
public final class DeleteFunctionEventInvokeConfig
    implements Operation<
        DeleteFunctionEventInvokeConfigRequest, DeleteFunctionEventInvokeConfigResponse> {
  private final EventConfigs configs;
  private final FunctionAccess access;

  public DeleteFunctionEventInvokeConfig(EventConfigs configs, FunctionAccess access) {
    this.configs = configs;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteFunctionEventInvokeConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public DeleteFunctionEventInvokeConfigResponse run(
      Call call, DeleteFunctionEventInvokeConfigRequest input) {
    configs.delete(function(call, input));
    return new DeleteFunctionEventInvokeConfigResponse();
  }

  private static FunctionName function(Call call, DeleteFunctionEventInvokeConfigRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
