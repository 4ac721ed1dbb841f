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
public record Platform(
    Operations operations,
    Credentials credentials,
    Ids ids,
    InstantSource clock,
    Endpoint endpoint) {
  /// A call that no request began, made now.
  public Call call(Principal caller, Scope scope) {
    return new Call(
        caller, scope, ids.uuid().toString(), clock.instant(), RequestContext.NONE, this);
  }
}
