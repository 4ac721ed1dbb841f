package brume.apigateway.operation.usage;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetUsagePlanRequest;
import brume.model.apigateway.UsagePlan;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes a usage plan.
public final class GetUsagePlan implements Operation<GetUsagePlanRequest, UsagePlan> {
  private final PlanRecords plans;

  public GetUsagePlan(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, GetUsagePlanRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_USAGE_PLAN, input);
  }

  @Override
  public UsagePlan run(Call call, GetUsagePlanRequest input) {
    return plans.get(call.scope(), input.usagePlanId());
  }
}
