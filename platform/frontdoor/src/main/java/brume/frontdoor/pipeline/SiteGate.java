package brume.frontdoor.pipeline;

import brume.http.Request;
import brume.identity.signature.Authorization;
import brume.identity.signature.Dialect;
import brume.identity.signature.RefusedException;
import brume.identity.signature.SignatureVerifier;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.Gate;
import java.io.IOException;
import java.util.Objects;

/// The guard of sites whose requests are signed: the same verifier and the same policies as for
/// operations.
public record SiteGate(SignatureVerifier verifier, Authorizer authorizer) implements Gate {
  @Override
  public Visit identify(Call call, Request request, String signingName) throws IOException {
    try {
      var signed = Authorization.of(request);
      if (signed != null) {
        signed.requireService(signingName);
        signed.requireRegion(call.scope().region());
      }
      var verified = verifier.verify(request, call.now());
      var _ = verified.requireSigned();
      var sender = call.as(Objects.requireNonNull(verified.credential()));
      return new Visit(sender, verified.request());
    } catch (RefusedException refused) {
      throw refused.in(Dialect.REST_JSON);
    }
  }

  @Override
  public void authorize(Call call, Access access) {
    authorizer.authorize(call, access);
  }
}
