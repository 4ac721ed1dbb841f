package brume.lambda.java;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A handler that cannot be found, made or called.
final class Fault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  Fault(String message) {
    this(message, null);
  }

  Fault(String message, @Nullable Throwable reason) {
    super(message, reason);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
