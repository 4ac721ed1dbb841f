package brume.apigateway.operation.usage;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetUsagePlansRequest;
import brume.model.apigateway.UsagePlan;
import brume.model.apigateway.UsagePlans;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists usage plans, all or those of a key.
public final class GetUsagePlans implements Operation<GetUsagePlansRequest, UsagePlans> {
  private final PlanRecords plans;

  public GetUsagePlans(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, GetUsagePlansRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_USAGE_PLANS, input);
  }

  @Override
  public UsagePlans run(Call call, GetUsagePlansRequest input) {
    var found = plans.all(call.scope(), input.keyId());
    var page = Part.of(found, UsagePlan::id, input.position(), input.limit());
    return new UsagePlans(page.items(), page.next());
  }
}
