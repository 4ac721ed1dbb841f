package brume.apigateway.operation.keys;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetUsagePlanKeysRequest;
import brume.model.apigateway.UsagePlanKey;
import brume.model.apigateway.UsagePlanKeys;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the keys of a usage plan.
public final class GetUsagePlanKeys implements Operation<GetUsagePlanKeysRequest, UsagePlanKeys> {
  private final PlanRecords plans;

  public GetUsagePlanKeys(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, GetUsagePlanKeysRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_USAGE_PLAN_KEYS, input);
  }

  @Override
  public UsagePlanKeys run(Call call, GetUsagePlanKeysRequest input) {
    var query = input.nameQuery();
    var found =
        plans.members(call.scope(), input.usagePlanId()).stream()
            .filter(key -> query == null || String.valueOf(key.name()).startsWith(query))
            .toList();
    var page = Part.of(found, UsagePlanKey::id, input.position(), input.limit());
    return new UsagePlanKeys(page.items(), page.next());
  }
}
