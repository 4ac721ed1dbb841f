package brume.http;

import java.io.IOException;

/// The body that a peer sends is malformed, too large or too slow; the stream that carries it
/// throws this. A handler lets it pass: the server then answers [#status] and closes.
public final class RejectedBodyException extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status 400, 408 or 413
  public RejectedBodyException(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
