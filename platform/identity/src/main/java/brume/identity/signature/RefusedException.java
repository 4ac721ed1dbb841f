package brume.identity.signature;

import brume.shape.ServiceException;

/// A request is not what its signature says, found at its head or while its body is read. Has no
/// stack trace: it is an answer, not an accident.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Refusal refusal;
  private final String text;

  RefusedException(Refusal refusal, String message) {
    super(message, null, false, false);
    this.refusal = refusal;
    this.text = message;
  }

  public Refusal refusal() {
    return refusal;
  }

  /// As AWS words it.
  public String text() {
    return text;
  }

  /// The same in the spelling of a service's dialect.
  public ServiceException in(Dialect dialect) {
    return refusal.in(dialect).because(text);
  }
}
