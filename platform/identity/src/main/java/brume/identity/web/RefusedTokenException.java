package brume.identity.web;

/// A web identity token does not prove anything. Has no stack trace: it is an answer, not an
/// accident.
public final class RefusedTokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Source: AWS STS API reference, errors of `AssumeRoleWithWebIdentity`.
  public enum Reason {
    /// `InvalidIdentityToken`: it cannot be read, verified, or lacks a claim.
    INVALID,
    /// `ExpiredTokenException`.
    EXPIRED,
    /// `IDPRejectedClaim`: the provider does not stand by it any more.
    REJECTED,
    /// `IDPCommunicationError`: the provider cannot be reached; worth another try.
    UNREACHABLE
  }

  private final Reason reason;
  private final String text;

  public RefusedTokenException(Reason reason, String text) {
    super(text, null, false, false);
    this.reason = reason;
    this.text = text;
  }

  public static RefusedTokenException invalid(String text) {
    return new RefusedTokenException(Reason.INVALID, text);
  }

  public Reason reason() {
    return reason;
  }

  /// As AWS words it.
  public String text() {
    return text;
  }
}
