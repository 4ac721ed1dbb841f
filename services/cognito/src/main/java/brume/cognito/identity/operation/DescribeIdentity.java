package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.request.IdentityAccess;
import brume.model.cognitoidentity.DescribeIdentityInput;
import brume.model.cognitoidentity.IdentityDescription;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows an identity and its logins.
final class DescribeIdentity implements Operation<DescribeIdentityInput, IdentityDescription> {
  private final IdentityDirectory directory;

  DescribeIdentity(IdentityDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DescribeIdentityInput input) {
    var found = directory.identities().find(input.identityId());
    return IdentityAccess.to(name(), found == null ? null : found.pool());
  }

  @Override
  public IdentityDescription run(Call call, DescribeIdentityInput input) {
    var found = directory.identities().get(input.identityId());
    return ListIdentities.shown(found.identity());
  }
}
