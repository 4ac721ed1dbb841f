package brume.service;

import brume.base.Ids;
import brume.base.Scope;
import brume.identity.Credentials;
import brume.identity.Principal;
import java.time.InstantSource;

/// What the process offers to every call.
///
/// @param operations the operations of all services, to be called in process
/// @param credentials finds who holds an access key
/// @param metrics where services count what CloudWatch shows of them
public record Platform(
    Operations operations,
    Credentials credentials,
    Ids ids,
    InstantSource clock,
    Endpoint endpoint,
    Metrics metrics) {
  /// Where there is no CloudWatch.
  public Platform(
      Operations operations,
      Credentials credentials,
      Ids ids,
      InstantSource clock,
      Endpoint endpoint) {
    this(operations, credentials, ids, clock, endpoint, Metrics.NONE);
  }

  /// A call that no request began, made now.
  public Call call(Principal caller, Scope scope) {
    return new Call(
        caller, scope, ids.uuid().toString(), clock.instant(), RequestContext.NONE, this);
  }
}
