package brume.frontdoor.pipeline;

import brume.base.Scope;
import brume.identity.signature.Authorization;
import brume.identity.signature.SignatureVerifier;
import brume.identity.signature.Verified;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Platform;
import brume.service.RequestContext;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Verifies who sent a request. Without a signature come only operations that need none, and
/// requests of S3, whose buckets decide.
///
/// @param home the account and region of requests that name none
record Authenticate(SignatureVerifier verifier, Platform platform, Scope home) implements Stage {
  private static final String BUCKETS = "s3";

  @Override
  public void pass(Passage passage) throws IOException {
    var now = platform.clock().instant();
    var verified = verify(passage, now);
    passage.authenticated(verified, call(passage, verified, now));
  }

  private Verified verify(Passage passage, Instant now) throws IOException {
    var signed = passage.signed();
    if (signed != null) {
      signed.requireService(passage.entry().shape().signingName());
      return verifier.verify(passage.request(), signed, now);
    }
    if (passage.entry().shape().signingName().equals(BUCKETS)) {
      var path = passage.destination().routed().path();
      return verifier.verifyForS3(passage.request(), path, now);
    }
    var anonymous = verifier.verify(passage.request(), now);
    if (!passage.target().operation().unsigned()) {
      var _ = anonymous.requireSigned();
    }
    return anonymous;
  }

  private Call call(Passage passage, Verified verified, Instant now) {
    var principal = verified.principal();
    var account = principal.account().isEmpty() ? home.account() : principal.account();
    var scope = new Scope(account, region(passage.signed()));
    var credential = verified.credential();
    var sent = RequestContext.of(passage.request());
    var context = credential == null ? sent : sent.with(credential);
    return new Call(principal, scope, passage.requestId(), now, context, platform);
  }

  private String region(@Nullable Authorization signed) {
    if (signed == null || signed.scope().region().equals("aws-global")) {
      return home.region();
    }
    var region = signed.scope().region();
    if (!Scope.isRegion(region)) {
      throw CommonError.INVALID_SIGNATURE.because(
          "Credential should be scoped to a valid region. ");
    }
    return region;
  }
}
