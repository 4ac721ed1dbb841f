package brume.iam;

import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.iam.operation.IamOperations;
import brume.iam.resource.AccessKeyResource;
import brume.iam.resource.GroupResource;
import brume.iam.resource.InlinePolicyResource;
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
    return IamOperations.add(Service.of(IamModel.SERVICE), directory, uses)
        .resourceTypes(
            new RoleResource(),
            new PolicyResource(),
            InlinePolicyResource.ofRoles(),
            InlinePolicyResource.ofUsers(),
            InlinePolicyResource.ofGroups(),
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
