package brume.wire.value;

/// A request that cannot be read as its operation's input. It is the caller's fault.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedException(String message) {
    super(message);
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
