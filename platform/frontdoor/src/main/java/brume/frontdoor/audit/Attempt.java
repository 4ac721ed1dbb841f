package brume.frontdoor.audit;

import brume.identity.Principal;
import brume.service.Call;
import brume.service.DeniedException;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import org.jspecify.annotations.Nullable;

/// One call of an operation, whether it came from outside or from another service.
///
/// @param call made by nobody when the signature was refused
/// @param input null when it could not be read
/// @param failure null when all went well
public record Attempt(
    Call call,
    ServiceShape service,
    OperationShape<?, ?> operation,
    @Nullable Structure input,
    @Nullable Failure failure) {

  /// @param code as the caller is told
  /// @param text as the caller is told
  /// @param decidedBy what policies it rests on; null when they did not refuse it
  public record Failure(String code, String text, @Nullable String decidedBy) {
    public static Failure of(String code, String text, Exception cause) {
      var decidedBy = cause instanceof DeniedException denied ? denied.decidedBy() : null;
      return new Failure(code, text, decidedBy);
    }
  }

  /// Whether the audit log keeps it.
  boolean matters() {
    return !Effect.of(operation).readOnly() || isDenied();
  }

  /// Refused for who called, rather than for what they asked.
  private boolean isDenied() {
    return failure != null
        && (failure.decidedBy() != null || call.caller() instanceof Principal.Anonymous);
  }
}
