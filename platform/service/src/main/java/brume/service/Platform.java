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
/// @param metering counts what is used
/// @param metrics where services count what CloudWatch shows of them
public record Platform(
    Operations operations,
    Credentials credentials,
    Ids ids,
    InstantSource clock,
    Endpoint endpoint,
    Metering metering,
    Metrics metrics) {
  /// Where nobody wants to know what is used and there is no CloudWatch.
  public Platform(
      Operations operations,
      Credentials credentials,
      Ids ids,
      InstantSource clock,
      Endpoint endpoint) {
    this(operations, credentials, ids, clock, endpoint, Metering.NONE, Metrics.NONE);
  }

  /// A call that no request began, made now.
  public Call call(Principal caller, Scope scope) {
    return new Call(
        caller, scope, ids.uuid().toString(), clock.instant(), RequestContext.NONE, this);
  }
}
