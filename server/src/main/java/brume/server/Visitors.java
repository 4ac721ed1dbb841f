package brume.server;

import brume.base.Scope;
import brume.http.Nearby;
import brume.http.Request;
import brume.identity.Principal;
import brume.service.Access;
import brume.service.Call;
import brume.service.Gate;
import brume.service.Platform;
import brume.service.RequestContext;
import java.io.IOException;

/// Who may read what Brume tells of itself: whoever signs and is allowed it by a policy, and
/// processes of this machine.
final class Visitors {
  private static final String SIGNING_NAME = "brume";

  private final Gate gate;
  private final Platform platform;
  private final Scope home;

  Visitors(Gate gate, Platform platform, Scope home) {
    this.gate = gate;
    this.platform = platform;
    this.home = home;
  }

  /// Whether the sender may. One who signs is who they say, wherever they are.
  ///
  /// Throws a [brume.shape.ServiceException] when the signature does not hold or no policy allows
  /// it.
  ///
  /// @param action such as `ListRequests`
  boolean mayRead(String action, Request request) throws IOException {
    if (!request.headers().has("authorization")) {
      return Nearby.isTrusted(request);
    }
    var visit = gate.identify(call(request), request, SIGNING_NAME);
    gate.authorize(visit.call(), Access.toAny(SIGNING_NAME + ':' + action));
    return true;
  }

  private Call call(Request request) {
    return new Call(
        Principal.anonymous(),
        home,
        platform.ids().uuid().toString(),
        platform.clock().instant(),
        RequestContext.of(request),
        platform);
  }
}
