package brume.shape;

import org.jspecify.annotations.Nullable;

/// A refusal that the caller is told of. It has no stack trace: it is an answer, not an accident.
public class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ErrorCode error;
  private final transient @Nullable Structure detail;

  public ServiceException(ErrorCode error, String message, @Nullable Structure detail) {
    super(message, null, false, false);
    this.error = error;
    this.detail = detail;
  }

  public ErrorCode error() {
    return error;
  }

  public String message() {
    var message = getMessage();
    return message == null ? "" : message;
  }

  /// A value of the error's shape; its message member is filled by the codec.
  public @Nullable Structure detail() {
    return detail;
  }
}
