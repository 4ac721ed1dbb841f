package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Reservations;
import brume.lambda.function.FunctionName;
import brume.model.lambda.DeleteFunctionConcurrencyRequest;
import brume.model.lambda.DeleteFunctionConcurrencyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lets a function share the concurrency of the others again.
public final class DeleteFunctionConcurrency
    implements Operation<DeleteFunctionConcurrencyRequest, DeleteFunctionConcurrencyResponse> {
  private final Reservations reservations;
  private final FunctionAccess access;

  public DeleteFunctionConcurrency(Reservations reservations, FunctionAccess access) {
    this.reservations = reservations;
    this.access = access;
  }

  @Override
  public Access access(Call call, DeleteFunctionConcurrencyRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public DeleteFunctionConcurrencyResponse run(Call call, DeleteFunctionConcurrencyRequest input) {
    reservations.delete(function(call, input));
    return new DeleteFunctionConcurrencyResponse();
  }

  private static FunctionName function(Call call, DeleteFunctionConcurrencyRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
