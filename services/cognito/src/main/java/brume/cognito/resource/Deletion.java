package brume.cognito.resource;

import brume.shape.ErrorCode;
import brume.shape.ServiceException;

/// Deleting what is gone already is no error.
final class Deletion {
  private Deletion() {}

  /// @param gone what the operation answers when there is nothing to delete
  static void of(ErrorCode gone, Runnable operation) {
    try {
      operation.run();
    } catch (ServiceException e) {
      if (!e.error().equals(gone)) {
        throw e;
      }
    }
  }
}
