package brume.iam;

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
import brume.iam.resource.AccessKeyResource;
import brume.iam.resource.GroupResource;
import brume.iam.resource.InstanceProfileResource;
import brume.iam.resource.ManagedPolicyResource;
import brume.iam.resource.OpenIdProviderResource;
import brume.iam.resource.PolicyResource;
import brume.iam.resource.RoleResource;
import brume.iam.resource.UserResource;
import brume.iam.resource.UserToGroupAdditionResource;
import brume.model.iam.IamModel;
import brume.service.Service;
import brume.store.Store;

/// The service, as the server wires it.
public final class Iam {
  private Iam() {}

  /// Without a memory of the use of access keys.
  public static Service service(Store store) {
    return service(store, new KeyUses(store));
  }

  /// @param uses where [PolicyAuthorizer] notes the use of access keys
  public static Service service(Store store, KeyUses uses) {
    var directory = Directory.of(store);
    return Service.of(IamModel.SERVICE)
        .operations(AccountOperations.of(directory, uses))
        .operations(UserOperations.of(directory))
        .operations(KeyOperations.of(directory, uses))
        .operations(GroupOperations.of(directory))
        .operations(RoleOperations.of(directory))
        .operations(ProfileOperations.of(directory))
        .operations(PolicyOperations.of(directory))
        .operations(ProviderOperations.of(directory))
        .operations(SimulationOperations.of(directory))
        .resourceTypes(
            new RoleResource(),
            new PolicyResource(),
            new ManagedPolicyResource(),
            new UserResource(),
            new GroupResource(),
            new AccessKeyResource(),
            new InstanceProfileResource(),
            new UserToGroupAdditionResource(),
            new OpenIdProviderResource())
        .jobs(uses)
        .build();
  }
}
