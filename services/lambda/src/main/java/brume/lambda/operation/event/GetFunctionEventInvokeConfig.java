package brume.lambda.operation.event;

import brume.lambda.data.EventConfigs;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionEventInvokeConfig;
import brume.model.lambda.GetFunctionEventInvokeConfigRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says how asynchronous requests are treated.
public final class GetFunctionEventInvokeConfig
    implements Operation<GetFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig> {
  private final EventConfigs configs;
  private final FunctionAccess access;

  public GetFunctionEventInvokeConfig(EventConfigs configs, FunctionAccess access) {
    this.configs = configs;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetFunctionEventInvokeConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionEventInvokeConfig run(Call call, GetFunctionEventInvokeConfigRequest input) {
    return configs.get(function(call, input));
  }

  private static FunctionName function(Call call, GetFunctionEventInvokeConfigRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
