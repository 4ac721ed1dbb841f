package brume.lambda.operation;

import brume.lambda.data.FunctionAccess;
import brume.lambda.data.Policies;
import brume.lambda.function.FunctionName;
import brume.lambda.function.FunctionPolicy;
import brume.model.lambda.RemovePermissionRequest;
import brume.model.lambda.RemovePermissionResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a permission back.
public final class RemovePermission
    implements Operation<RemovePermissionRequest, RemovePermissionResponse> {
  private final Policies policies;
  private final FunctionAccess access;

  public RemovePermission(Policies policies, FunctionAccess access) {
    this.policies = policies;
    this.access = access;
  }

  @Override
  public Access access(Call call, RemovePermissionRequest input) {
    return access.to(name(), function(call, input));
  }

  @Override
  public RemovePermissionResponse run(Call call, RemovePermissionRequest input) {
    policies.change(
        function(call, input),
        input.revisionId(),
        call.ids().uuid().toString(),
        before -> FunctionPolicy.of(before).without(input.statementId()).document());
    return new RemovePermissionResponse();
  }

  private static FunctionName function(Call call, RemovePermissionRequest input) {
    return FunctionName.of(call.scope(), input.functionName(), input.qualifier());
  }
}
