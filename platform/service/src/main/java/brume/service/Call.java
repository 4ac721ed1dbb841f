package brume.service;

import brume.base.Ids;
import brume.base.Scope;
import brume.identity.Principal;
import brume.shape.OperationShape;
import brume.shape.Structure;
import java.time.Instant;

/// One run of an operation: who calls, where, when; and the way to other services.
///
/// @param caller verified; authorised for what the operation declared
/// @param scope the account and region in which the operation acts
/// @param requestId unique, shown to the caller
/// @param now the time of the call: operations ask no other clock
/// @param platform what the process offers to all calls
public record Call(
    Principal caller, Scope scope, String requestId, Instant now, Platform platform) {
  public Ids ids() {
    return platform.ids();
  }

  public Endpoint endpoint() {
    return platform.endpoint();
  }

  /// The same call made by another principal, such as a service acting for its resource.
  public Call as(Principal other) {
    return new Call(other, scope, requestId, now, platform);
  }

  public Call in(Scope other) {
    return new Call(caller, other, requestId, now, platform);
  }

  /// Calls an operation of any service as this call's caller, who must be allowed it.
  ///
  /// Throws the [brume.shape.ServiceException] that the operation, validation or authorisation
  /// raised.
  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return platform.operations().invoke(this, operation, input);
  }
}
