package brume.apigateway.operation.usage;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteUsagePlanRequest;
import brume.model.apigateway.DeleteUsagePlanResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes a usage plan that is for no stage any more.
public final class DeleteUsagePlan
    implements Operation<DeleteUsagePlanRequest, DeleteUsagePlanResponse> {
  private final PlanRecords plans;

  public DeleteUsagePlan(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, DeleteUsagePlanRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_USAGE_PLAN, input);
  }

  @Override
  public DeleteUsagePlanResponse run(Call call, DeleteUsagePlanRequest input) {
    plans.delete(call.scope(), input.usagePlanId());
    return new DeleteUsagePlanResponse();
  }
}
