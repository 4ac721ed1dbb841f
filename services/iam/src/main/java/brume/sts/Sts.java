package brume.sts;

import brume.iam.data.Directory;
import brume.identity.SessionTokens;
import brume.model.sts.StsModel;
import brume.service.Service;
import brume.store.Store;
import brume.sts.operation.AssumeRole;
import brume.sts.operation.GetCallerIdentity;
import brume.sts.operation.GetSessionToken;
import brume.sts.session.Issuing;

/// The service, as the server wires it.
public final class Sts {
  private Sts() {}

  public static Service service(Store store, SessionTokens tokens) {
    var issuing = new Issuing(tokens);
    return Service.of(StsModel.SERVICE)
        .operations(
            new GetCallerIdentity(),
            new AssumeRole(Directory.of(store), issuing),
            new GetSessionToken(issuing))
        .build();
  }
}
