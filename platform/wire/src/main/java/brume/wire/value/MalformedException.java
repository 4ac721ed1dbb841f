package brume.wire.value;

/// A request that cannot be read as its operation's input. It is the caller's fault.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What is wrong with the request.
  public enum Flaw {
    /// Its body, or a value in it.
    CONTENT,
    /// The type of its body.
    MEDIA_TYPE,
    /// The types of reply that it wants.
    NOT_ACCEPTABLE
  }

  private final Flaw flaw;

  public MalformedException(String message) {
    this(Flaw.CONTENT, message);
  }

  public MalformedException(Flaw flaw, String message) {
    super(message);
    this.flaw = flaw;
  }

  public Flaw flaw() {
    return flaw;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
