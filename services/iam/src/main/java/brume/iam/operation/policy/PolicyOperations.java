package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.service.Operation;

/// All operations on managed policies.
public final class PolicyOperations {
  private PolicyOperations() {}

  public static Operation<?, ?>[] of(Directory directory) {
    return new Operation<?, ?>[] {
      new CreatePolicy(directory),
      new CreatePolicyVersion(directory),
      new DeletePolicy(directory),
      new DeletePolicyVersion(directory),
      new GetPolicy(directory),
      new GetPolicyVersion(directory),
      new ListEntitiesForPolicy(directory),
      new ListPolicies(directory),
      new ListPolicyTags(directory),
      new ListPolicyVersions(directory),
      new SetDefaultPolicyVersion(directory),
      new TagPolicy(directory),
      new UntagPolicy(directory)
    };
  }
}
