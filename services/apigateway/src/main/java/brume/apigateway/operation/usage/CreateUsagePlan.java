package brume.apigateway.operation.usage;

import brume.apigateway.record.Alike;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.UsageRules;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateUsagePlanRequest;
import brume.model.apigateway.UsagePlan;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes a plan of how much clients may ask.
public final class CreateUsagePlan implements Operation<CreateUsagePlanRequest, UsagePlan> {
  private final PlanRecords plans;

  public CreateUsagePlan(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, CreateUsagePlanRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_USAGE_PLAN, input);
  }

  @Override
  public UsagePlan run(Call call, CreateUsagePlanRequest input) {
    var plan = UsageRules.created(Alike.copy(UsagePlan.SHAPE, input), call.ids());
    return plans.create(call.scope(), plan);
  }
}
