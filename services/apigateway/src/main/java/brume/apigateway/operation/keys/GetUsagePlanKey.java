package brume.apigateway.operation.keys;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetUsagePlanKeyRequest;
import brume.model.apigateway.UsagePlanKey;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a key of a usage plan.
public final class GetUsagePlanKey implements Operation<GetUsagePlanKeyRequest, UsagePlanKey> {
  private final PlanRecords plans;

  public GetUsagePlanKey(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, GetUsagePlanKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_USAGE_PLAN_KEY, input);
  }

  @Override
  public UsagePlanKey run(Call call, GetUsagePlanKeyRequest input) {
    return plans.member(call.scope(), input.usagePlanId(), input.keyId());
  }
}
