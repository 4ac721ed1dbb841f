package brume.dax.cbor;

/// What a client sent is not CBOR, or not what has its place there. The rest of its connection
/// cannot be understood.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedException(String message) {
    super(message, null, false, false);
  }
}
