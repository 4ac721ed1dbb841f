package brume.iam.operation.simulation;

import brume.iam.simulation.ContextKeyNames;
import brume.model.iam.GetContextKeysForCustomPolicyRequest;
import brume.model.iam.GetContextKeysForPolicyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Lists the context keys for which policies ask that are given as texts.
final class GetContextKeysForCustomPolicy
    implements Operation<GetContextKeysForCustomPolicyRequest, GetContextKeysForPolicyResponse> {
  @Override
  public Access access(Call call, GetContextKeysForCustomPolicyRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public GetContextKeysForPolicyResponse run(
      Call call, GetContextKeysForCustomPolicyRequest input) {
    var names = ContextKeyNames.of(input.policyInputList()).values();
    return new GetContextKeysForPolicyResponse(List.copyOf(names));
  }
}
