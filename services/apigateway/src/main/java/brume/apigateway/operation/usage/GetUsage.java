package brume.apigateway.operation.usage;

import brume.apigateway.record.Part;
import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.apigateway.usage.UsageLedger;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetUsageRequest;
import brume.model.apigateway.Usage;
import brume.model.apigateway.UsagePlanKey;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.TreeMap;

/// Tells what the clients of a usage plan have used, day by day.
public final class GetUsage implements Operation<GetUsageRequest, Usage> {
  private final PlanRecords plans;
  private final UsageLedger ledger;

  public GetUsage(PlanRecords plans, UsageLedger ledger) {
    this.plans = plans;
    this.ledger = ledger;
  }

  @Override
  public Access access(Call call, GetUsageRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_USAGE, input);
  }

  @Override
  public Usage run(Call call, GetUsageRequest input) {
    var plan = plans.get(call.scope(), input.usagePlanId());
    var from = UsageDays.day(input.startDate());
    var to = UsageDays.day(input.endDate());
    UsageDays.check(from, to);
    var found =
        plans.members(call.scope(), input.usagePlanId()).stream()
            .filter(key -> input.keyId() == null || input.keyId().equals(key.id()))
            .toList();
    var page = Part.of(found, UsagePlanKey::id, input.position(), input.limit());
    var items = new TreeMap<String, List<List<Long>>>();
    for (var key : page.items()) {
      var id = String.valueOf(key.id());
      items.put(id, UsageDays.of(ledger, call.scope(), plan, id, from, to));
    }
    return new Usage(input.endDate(), items, page.next(), input.startDate(), input.usagePlanId());
  }
}
