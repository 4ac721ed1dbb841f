package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Reservations;
import brume.lambda.function.FunctionName;
import brume.model.lambda.Concurrency;
import brume.model.lambda.PutFunctionConcurrencyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Keeps some of the account's concurrency for a function, which then has no more than that.
public final class PutFunctionConcurrency
    implements Operation<PutFunctionConcurrencyRequest, Concurrency> {
  private final Reservations reservations;
  private final FunctionAccess access;

  public PutFunctionConcurrency(Reservations reservations, FunctionAccess access) {
    this.reservations = reservations;
    this.access = access;
  }

  @Override
  public Access access(Call call, PutFunctionConcurrencyRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public Concurrency run(Call call, PutFunctionConcurrencyRequest input) {
    return reservations.put(function(call, input), input.reservedConcurrentExecutions());
  }

  private static FunctionName function(Call call, PutFunctionConcurrencyRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
