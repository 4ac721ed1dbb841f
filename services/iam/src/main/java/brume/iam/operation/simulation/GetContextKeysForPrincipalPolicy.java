package brume.iam.operation.simulation;

import brume.iam.simulation.ContextKeyNames;
import brume.iam.simulation.Subjects;
import brume.model.iam.GetContextKeysForPolicyResponse;
import brume.model.iam.GetContextKeysForPrincipalPolicyRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Lists the context keys for which the policies of a user, group or role ask.
final class GetContextKeysForPrincipalPolicy
    implements Operation<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPolicyResponse> {
  private final Subjects subjects;

  GetContextKeysForPrincipalPolicy(Subjects subjects) {
    this.subjects = subjects;
  }

  @Override
  public Access access(Call call, GetContextKeysForPrincipalPolicyRequest input) {
    return Access.to("iam:" + name(), input.policySourceArn());
  }

  @Override
  public GetContextKeysForPolicyResponse run(
      Call call, GetContextKeysForPrincipalPolicyRequest input) {
    var subject =
        subjects.of(call.scope(), input.policySourceArn()).with(input.policyInputList(), null);
    var names = ContextKeyNames.of(subject.documents()).values();
    return new GetContextKeysForPolicyResponse(List.copyOf(names));
  }
}
