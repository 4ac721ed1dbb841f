package brume.store.rocks;

import org.jspecify.annotations.Nullable;

/// The data directory cannot be opened; the message tells the operator why and what to do.
public final class UnusableDirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableDirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
