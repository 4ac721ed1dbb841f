package brume.cognito.identity.operation;

import brume.cognito.identity.data.IdentityDirectory;
import brume.cognito.identity.login.DeveloperLogins;
import brume.cognito.identity.login.Vouching;
import brume.service.Operation;

/// All operations of identity pools.
public final class IdentityPoolOperations {
  private IdentityPoolOperations() {}

  public static Operation<?, ?>[] all(IdentityDirectory directory, Vouching vouching) {
    var developers = new DeveloperLogins(directory, vouching);
    return new Operation<?, ?>[] {
      new CreateIdentityPool(directory),
      new DeleteIdentities(directory),
      new DeleteIdentityPool(directory),
      new DescribeIdentity(directory),
      new DescribeIdentityPool(directory),
      new GetCredentialsForIdentity(vouching),
      new GetId(directory, vouching),
      new GetIdentityPoolRoles(directory),
      new GetOpenIdToken(directory, vouching),
      new GetOpenIdTokenForDeveloperIdentity(directory, developers),
      new GetPrincipalTagAttributeMap(directory),
      new ListIdentities(directory),
      new ListIdentityPools(directory),
      new ListTagsForResource(directory),
      new LookupDeveloperIdentity(directory, developers),
      new SetIdentityPoolRoles(directory),
      new SetPrincipalTagAttributeMap(directory),
      new TagResource(directory),
      new UnlinkDeveloperIdentity(directory),
      new UnlinkIdentity(directory, vouching),
      new UntagResource(directory),
      new UpdateIdentityPool(directory)
    };
  }
}
