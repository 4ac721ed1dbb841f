package brume.sts;

import brume.iam.data.Directory;
import brume.identity.AuthorizationMessages;
import brume.identity.SessionTokens;
import brume.identity.web.WebIdentities;
import brume.model.sts.StsModel;
import brume.service.Service;
import brume.store.Store;
import brume.sts.operation.AssumeRole;
import brume.sts.operation.AssumeRoleWithWebIdentity;
import brume.sts.operation.DecodeAuthorizationMessage;
import brume.sts.operation.GetAccessKeyInfo;
import brume.sts.operation.GetCallerIdentity;
import brume.sts.operation.GetFederationToken;
import brume.sts.operation.GetSessionToken;
import brume.sts.role.Federation;
import brume.sts.role.Upstream;
import java.util.List;

/// The service, as the server wires it.
public final class Sts {
  private Sts() {}

  /// @param tokens what seals the credentials that it gives, and opens them for
  ///   [brume.iam.AccessKeys]
  /// @param messages in which it is told why a call was denied
  /// @param identities those who verify the tokens of issuers that are part of Brume
  /// @param upstream asks other issuers for their keys
  public static Service service(
      Store store,
      SessionTokens tokens,
      AuthorizationMessages messages,
      List<WebIdentities> identities,
      Upstream upstream) {
    var directory = Directory.of(store);
    var federation = new Federation(directory.openIdProviders(), identities, upstream);
    return Service.of(StsModel.SERVICE)
        .operations(
            new GetCallerIdentity(),
            new DecodeAuthorizationMessage(messages),
            new AssumeRole(directory, tokens),
            new AssumeRoleWithWebIdentity(directory, tokens, federation),
            new GetSessionToken(tokens),
            new GetFederationToken(directory, tokens),
            new GetAccessKeyInfo())
        .build();
  }
}
