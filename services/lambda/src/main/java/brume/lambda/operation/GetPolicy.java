package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Policies;
import brume.lambda.function.FunctionName;
import brume.model.lambda.GetPolicyRequest;
import brume.model.lambda.GetPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Gives the policy of a function, or of one of its versions or aliases.
public final class GetPolicy implements Operation<GetPolicyRequest, GetPolicyResponse> {
  private final Policies policies;
  private final FunctionAccess access;

  public GetPolicy(Policies policies, FunctionAccess access) {
    this.policies = policies;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetPolicyRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public GetPolicyResponse run(Call call, GetPolicyRequest input) {
    return policies.get(function(call, input));
  }

  private static FunctionName function(Call call, GetPolicyRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
