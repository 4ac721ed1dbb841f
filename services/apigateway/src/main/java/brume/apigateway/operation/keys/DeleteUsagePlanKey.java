package brume.apigateway.operation.keys;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteUsagePlanKeyRequest;
import brume.model.apigateway.DeleteUsagePlanKeyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Takes a key out of a usage plan.
public final class DeleteUsagePlanKey
    implements Operation<DeleteUsagePlanKeyRequest, DeleteUsagePlanKeyResponse> {
  private final PlanRecords plans;

  public DeleteUsagePlanKey(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, DeleteUsagePlanKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_USAGE_PLAN_KEY, input);
  }

  @Override
  public DeleteUsagePlanKeyResponse run(Call call, DeleteUsagePlanKeyRequest input) {
    plans.leave(call.scope(), input.usagePlanId(), input.keyId());
    return new DeleteUsagePlanKeyResponse();
  }
}
