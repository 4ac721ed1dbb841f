package brume.lambda.operation.event;

import brume.lambda.data.EventConfigs;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.EventRules;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionEventInvokeConfig;
import brume.model.lambda.UpdateFunctionEventInvokeConfigRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes how asynchronous requests are treated.
public final class UpdateFunctionEventInvokeConfig
    implements Operation<UpdateFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig> {
  private final EventConfigs configs;
  private final FunctionAccess access;

  public UpdateFunctionEventInvokeConfig(EventConfigs configs, FunctionAccess access) {
    this.configs = configs;
    this.access = access;
  }

  @Override
  public Access access(Call call, UpdateFunctionEventInvokeConfigRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionEventInvokeConfig run(Call call, UpdateFunctionEventInvokeConfigRequest input) {
    var function = function(call, input);
    var destinations = EventRules.check(function, input.destinationConfig());
    return configs.change(
        function,
        before -> {
          var after = before.toBuilder().lastModified(call.now());
          if (input.maximumEventAgeInSeconds() != null) {
            after.maximumEventAgeInSeconds(input.maximumEventAgeInSeconds());
          }
          if (input.maximumRetryAttempts() != null) {
            after.maximumRetryAttempts(input.maximumRetryAttempts());
          }
          if (destinations != null) {
            after.destinationConfig(destinations);
          }
          return after.build();
        });
  }

  private static FunctionName function(Call call, UpdateFunctionEventInvokeConfigRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
