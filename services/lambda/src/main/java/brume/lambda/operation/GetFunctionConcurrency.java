package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Reservations;
import brume.lambda.data.Versions;
import brume.lambda.function.FunctionName;
import brume.model.lambda.GetFunctionConcurrencyRequest;
import brume.model.lambda.GetFunctionConcurrencyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says how much concurrency a function has for itself.
public final class GetFunctionConcurrency
    implements Operation<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse> {
  private final Versions versions;
  private final Reservations reservations;
  private final FunctionAccess access;

  public GetFunctionConcurrency(
      Versions versions, Reservations reservations, FunctionAccess access) {
    this.versions = versions;
    this.reservations = reservations;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetFunctionConcurrencyRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public GetFunctionConcurrencyResponse run(Call call, GetFunctionConcurrencyRequest input) {
    var function = function(call, input);
    var _ = versions.get(function);
    return new GetFunctionConcurrencyResponse(reservations.find(function));
  }

  private static FunctionName function(Call call, GetFunctionConcurrencyRequest input) {
    return FunctionName.of(call.scope(), input.functionName()).unqualified();
  }
}
