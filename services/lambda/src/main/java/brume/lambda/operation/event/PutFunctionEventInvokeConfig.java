package brume.lambda.operation.event;

import brume.lambda.data.EventConfigs;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.EventRules;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionEventInvokeConfig;
import brume.model.lambda.PutFunctionEventInvokeConfigRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sets how asynchronous requests are treated, in place of what was set before.
public final class PutFunctionEventInvokeConfig
    implements Operation<PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig> {
  private final EventConfigs configs;
  private final FunctionAccess access;

  public PutFunctionEventInvokeConfig(EventConfigs configs, FunctionAccess access) {
    this.configs = configs;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutFunctionEventInvokeConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionEventInvokeConfig run(Call call, PutFunctionEventInvokeConfigRequest input) {
    var function = function(call, input);
    return configs.put(
        function,
        FunctionEventInvokeConfig.builder()
            .functionArn(EventRules.target(function).arn().toString())
            .lastModified(call.now())
            .maximumEventAgeInSeconds(input.maximumEventAgeInSeconds())
            .maximumRetryAttempts(input.maximumRetryAttempts())
            .destinationConfig(EventRules.check(function, input.destinationConfig()))
            .build());
  }

  private static FunctionName function(Call call, PutFunctionEventInvokeConfigRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
