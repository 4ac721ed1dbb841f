package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Policies;
import brume.lambda.function.FunctionName;
import brume.lambda.function.FunctionPolicy;
import brume.model.lambda.AddPermissionRequest;
import brume.model.lambda.AddPermissionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a service or another account use a function.
public final class AddPermission implements Operation<AddPermissionRequest, AddPermissionResponse> {
  private final Aliases aliases;
  private final Policies policies;
  private final FunctionAccess access;

  public AddPermission(Aliases aliases, Policies policies, FunctionAccess access) {
    this.aliases = aliases;
    this.policies = policies;
    this.access = access;
  }

  @Override
  public Access access(Call call, AddPermissionRequest input) {
    var needed =
        access.to(name(), function(call, input)).where("lambda:Principal", input.principal());
    return input.functionUrlAuthType() == null
        ? needed
        : needed.where("lambda:FunctionUrlAuthType", input.functionUrlAuthType());
  }

  @Override
  public AddPermissionResponse run(Call call, AddPermissionRequest input) {
    var function = function(call, input);
    if (FunctionName.LATEST.equals(function.qualifier())) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "We currently do not support adding policies for $LATEST.");
    }
    aliases.check(function);
    var statement = FunctionPolicy.statement(input, function);
    policies.change(
        function,
        input.revisionId(),
        call.ids().uuid().toString(),
        before -> FunctionPolicy.of(before).with(statement).document());
    return new AddPermissionResponse(statement.print());
  }

  private static FunctionName function(Call call, AddPermissionRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
