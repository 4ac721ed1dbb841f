package brume.cognito.operation;

import brume.cognito.account.Parts;
import brume.cognito.operation.admin.AdminOperations;
import brume.cognito.operation.client.ClientOperations;
import brume.cognito.operation.domain.DomainOperations;
import brume.cognito.operation.group.GroupOperations;
import brume.cognito.operation.mfa.MfaOperations;
import brume.cognito.operation.pool.PoolOperations;
import brume.cognito.operation.profile.ProfileOperations;
import brume.cognito.operation.recovery.RecoveryOperations;
import brume.cognito.operation.resourceserver.ResourceServerOperations;
import brume.cognito.operation.signin.SignInOperations;
import brume.cognito.operation.signup.SignUpOperations;
import brume.service.Service;

/// All operations of user pools.
public final class UserPoolOperations {
  private UserPoolOperations() {}

  public static Service.Builder add(Service.Builder service, Parts parts) {
    return service
        .operations(PoolOperations.all(parts))
        .operations(ClientOperations.all(parts))
        .operations(DomainOperations.all(parts))
        .operations(ResourceServerOperations.all(parts))
        .operations(SignUpOperations.all(parts))
        .operations(SignInOperations.all(parts))
        .operations(ProfileOperations.all(parts))
        .operations(RecoveryOperations.all(parts))
        .operations(AdminOperations.all(parts))
        .operations(GroupOperations.all(parts))
        .operations(MfaOperations.all(parts));
  }
}
