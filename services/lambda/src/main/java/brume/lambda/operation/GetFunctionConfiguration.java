package brume.lambda.operation;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.function.FunctionName;
import brume.model.lambda.FunctionConfiguration;
import brume.model.lambda.GetFunctionConfigurationRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a version of a function without its package.
public final class GetFunctionConfiguration
    implements Operation<GetFunctionConfigurationRequest, FunctionConfiguration> {
  private final Aliases aliases;
  private final FunctionAccess access;
  private final Presentation presentation;

  public GetFunctionConfiguration(
      Aliases aliases, FunctionAccess access, Presentation presentation) {
    this.aliases = aliases;
    this.access = access;
    this.presentation = presentation;
  }

  @Override
  public Access access(Call call, GetFunctionConfigurationRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public FunctionConfiguration run(Call call, GetFunctionConfigurationRequest input) {
    var function = function(call, input);
    return presentation.of(aliases.described(function), function);
  }

  private static FunctionName function(Call call, GetFunctionConfigurationRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
