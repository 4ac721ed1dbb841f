package brume.iam.operation.simulation;

import brume.iam.simulation.Simulation;
import brume.iam.simulation.Simulation.Circumstances;
import brume.iam.simulation.Subject;
import brume.iam.simulation.Subjects;
import brume.model.iam.SimulatePolicyResponse;
import brume.model.iam.SimulatePrincipalPolicyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Says what a user, group or role might do.
final class SimulatePrincipalPolicy
    implements Operation<SimulatePrincipalPolicyRequest, SimulatePolicyResponse> {
  private final Subjects subjects;

  SimulatePrincipalPolicy(Subjects subjects) {
    this.subjects = subjects;
  }

  @Override
  public Access access(Call call, SimulatePrincipalPolicyRequest input) {
    return Access.to("iam:" + name(), input.policySourceArn());
  }

  @Override
  public SimulatePolicyResponse run(Call call, SimulatePrincipalPolicyRequest input) {
    Pages.refuse(input.resourceHandlingOption());
    var source = subjects.of(call.scope(), input.policySourceArn());
    var caller =
        input.callerArn() == null
            ? source.principal()
            : Subjects.nobody(call.scope(), input.callerArn()).principal();
    var subject =
        new Subject(caller, source.permissions())
            .with(input.policyInputList(), input.permissionsBoundaryPolicyInputList());
    var circumstances =
        new Circumstances(input.resourcePolicy(), input.resourceOwner(), input.contextEntries());
    var results =
        new Simulation(call, subject, circumstances)
            .results(input.actionNames(), input.resourceArns());
    return Pages.of(results, input.marker(), input.maxItems());
  }
}
