package brume.apigateway.operation.usage;

import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.UsageRules;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UpdateUsagePlanRequest;
import brume.model.apigateway.UsagePlan;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Changes a usage plan: its limits, and the stages that it is for.
public final class UpdateUsagePlan implements Operation<UpdateUsagePlanRequest, UsagePlan> {
  private static final Patch MEMBERS =
      new Patch("name", "description", "productCode", "quota", "throttle");

  private final PlanRecords plans;

  public UpdateUsagePlan(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, UpdateUsagePlanRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_USAGE_PLAN, input);
  }

  @Override
  public UsagePlan run(Call call, UpdateUsagePlanRequest input) {
    return plans.change(
        call.scope(),
        input.usagePlanId(),
        before -> {
          var plan = before;
          for (var operation : operations(input)) {
            plan =
                UsageRules.isOfStages(operation)
                    ? UsageRules.patched(plan, operation)
                    : MEMBERS.apply(plan, List.of(operation));
          }
          return UsageRules.checked(plan);
        });
  }

  private static List<PatchOperation> operations(UpdateUsagePlanRequest input) {
    return input.patchOperations() == null ? List.of() : input.patchOperations();
  }
}
