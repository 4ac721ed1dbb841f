package brume.apigateway.operation.keys;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.CreateUsagePlanKeyRequest;
import brume.model.apigateway.UsagePlanKey;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Puts a key into a usage plan.
public final class CreateUsagePlanKey
    implements Operation<CreateUsagePlanKeyRequest, UsagePlanKey> {
  private final PlanRecords plans;

  public CreateUsagePlanKey(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, CreateUsagePlanKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.CREATE_USAGE_PLAN_KEY, input);
  }

  @Override
  public UsagePlanKey run(Call call, CreateUsagePlanKeyRequest input) {
    return plans.join(call.scope(), input.usagePlanId(), input.keyId(), input.keyType());
  }
}
