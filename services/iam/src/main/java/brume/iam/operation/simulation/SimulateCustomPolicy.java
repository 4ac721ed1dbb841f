package brume.iam.operation.simulation;

import brume.iam.simulation.Simulation;
import brume.iam.simulation.Simulation.Circumstances;
import brume.iam.simulation.Subjects;
import brume.model.iam.SimulateCustomPolicyRequest;
import brume.model.iam.SimulatePolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what policies that are given as texts would allow.
final class SimulateCustomPolicy
    implements Operation<SimulateCustomPolicyRequest, SimulatePolicyResponse> {
  @Override
  public Access access(Call call, SimulateCustomPolicyRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public SimulatePolicyResponse run(Call call, SimulateCustomPolicyRequest input) {
    Pages.refuse(input.resourceHandlingOption());
    var subject =
        Subjects.nobody(call.scope(), input.callerArn())
            .with(input.policyInputList(), input.permissionsBoundaryPolicyInputList());
    var circumstances =
        new Circumstances(input.resourcePolicy(), input.resourceOwner(), input.contextEntries());
    var results =
        new Simulation(call, subject, circumstances)
            .results(input.actionNames(), input.resourceArns());
    return Pages.of(results, input.marker(), input.maxItems());
  }
}
