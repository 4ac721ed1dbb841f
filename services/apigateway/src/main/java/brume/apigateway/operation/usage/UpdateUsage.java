package brume.apigateway.operation.usage;

import brume.apigateway.record.PathAccess;
import brume.apigateway.rest.QuotaPeriod;
import brume.apigateway.usage.PlanRecords;
import brume.apigateway.usage.UsageLedger;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UpdateUsageRequest;
import brume.model.apigateway.Usage;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Sets how much of its quota a client has left in this period.
public final class UpdateUsage implements Operation<UpdateUsageRequest, Usage> {
  private final PlanRecords plans;
  private final UsageLedger ledger;

  public UpdateUsage(PlanRecords plans, UsageLedger ledger) {
    this.plans = plans;
    this.ledger = ledger;
  }

  @Override
  public Access access(Call call, UpdateUsageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_USAGE, input);
  }

  @Override
  public Usage run(Call call, UpdateUsageRequest input) {
    var plan = plans.get(call.scope(), input.usagePlanId());
    var _ = plans.member(call.scope(), input.usagePlanId(), input.keyId());
    var today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC);
    var from = QuotaPeriod.start(plan.quota(), today);
    for (var operation : operations(input)) {
      long left = QuotaPeriod.limit(plan.quota()) - UsageDays.remaining(operation);
      ledger.leave(call.scope(), input.usagePlanId(), input.keyId(), from, today, left);
    }
    var days = UsageDays.of(ledger, call.scope(), plan, input.keyId(), today, today);
    var date = today.toString();
    return new Usage(date, Map.of(input.keyId(), days), null, date, input.usagePlanId());
  }

  private static List<PatchOperation> operations(UpdateUsageRequest input) {
    return input.patchOperations() == null ? List.of() : input.patchOperations();
  }
}
