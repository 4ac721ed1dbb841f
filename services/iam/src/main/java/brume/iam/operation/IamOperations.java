package brume.iam.operation;

import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.iam.operation.account.AccountOperations;
import brume.iam.operation.group.GroupOperations;
import brume.iam.operation.key.KeyOperations;
import brume.iam.operation.policy.PolicyOperations;
import brume.iam.operation.profile.ProfileOperations;
import brume.iam.operation.provider.ProviderOperations;
import brume.iam.operation.role.RoleOperations;
import brume.iam.operation.simulation.SimulationOperations;
import brume.iam.operation.user.UserOperations;
import brume.service.Service;

/// All operations of IAM, by what they are about.
public final class IamOperations {
  private IamOperations() {}

  public static Service.Builder add(Service.Builder service, Directory directory, KeyUses uses) {
    return service
        .operations(AccountOperations.of(directory, uses))
        .operations(UserOperations.of(directory))
        .operations(KeyOperations.of(directory, uses))
        .operations(GroupOperations.of(directory))
        .operations(RoleOperations.of(directory))
        .operations(ProfileOperations.of(directory))
        .operations(PolicyOperations.of(directory))
        .operations(ProviderOperations.of(directory))
        .operations(SimulationOperations.of(directory));
  }
}
