package brume.service;

import brume.base.Arn;
import brume.base.Ids;
import brume.base.Scope;
import brume.identity.Credential;
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
/// @param context what policies may ask of it
/// @param platform what the process offers to all calls
public record Call(
    Principal caller,
    Scope scope,
    String requestId,
    Instant now,
    RequestContext context,
    Platform platform) {
  public Ids ids() {
    return platform.ids();
  }

  public Endpoint endpoint() {
    return platform.endpoint();
  }

  /// Counts what the call used, for its account and region. Not within a transaction, whose body
  /// may be run again.
  ///
  /// @param amount in the unit, not negative
  public void meter(Unit unit, double amount) {
    platform.metering().count(scope, unit, amount);
  }

  /// The same call made by the holder of a credential, such as a session of a role.
  public Call as(Credential credential) {
    return with(credential.principal(), context.with(credential));
  }

  /// The same call made by a service for one of the resources of the call's account, whose ARN
  /// policies see as `aws:SourceArn`.
  ///
  /// @param service such as `apigateway.amazonaws.com`
  public Call as(Principal.Service service, Arn source) {
    var account = source.account().isEmpty() ? scope.account() : source.account();
    return with(
        service,
        RequestContext.NONE
            .with("aws:SourceArn", source.toString())
            .with("aws:SourceAccount", account));
  }

  /// The same call made by another principal, without any session.
  public Call as(Principal other) {
    return with(other, context.with((brume.identity.Session) null));
  }

  private Call with(Principal other, RequestContext otherContext) {
    return new Call(other, scope, requestId, now, otherContext, platform);
  }

  public Call in(Scope other) {
    return new Call(caller, other, requestId, now, context, platform);
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
