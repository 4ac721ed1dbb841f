package brume.lambda.operation;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.lambda.data.Aliases;
import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Functions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.DeleteFunctionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a function with all that belongs to it, or one of its versions.
public final class DeleteFunction
    implements Operation<DeleteFunctionRequest, DeleteFunctionResponse> {
  private static final int NO_CONTENT = 204;

  private final Functions functions;
  private final Aliases aliases;
  private final FunctionAccess access;

  public DeleteFunction(Functions functions, Aliases aliases, FunctionAccess access) {
    this.functions = functions;
    this.aliases = aliases;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteFunctionRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public DeleteFunctionResponse run(Call call, DeleteFunctionRequest input) {
    var function = function(call, input);
    if (function.qualifier() == null) {
      functions.delete(function);
    } else if (function.isVersion()) {
      aliases.deleteVersion(function);
    } else {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          function.isLatest()
              ? "$LATEST version cannot be deleted without deleting the function."
              : "Deletion of aliases is not currently supported.");
    }
    return new DeleteFunctionResponse(NO_CONTENT);
  }

  private static FunctionName function(Call call, DeleteFunctionRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
