package brume.store;

import org.jspecify.annotations.Nullable;

/// The store cannot do it now: the disk is full, or the engine is gone. The caller may try again.
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
