package brume.shape;

import org.jspecify.annotations.Nullable;

/// An error of a service: a constant of the enum generated for it, raised as `throw
/// QUEUE_DOES_NOT_EXIST.because("…")`.
public interface ErrorCode {
  /// As the wire spells it, such as `AWS.SimpleQueueService.NonExistentQueue`.
  String code();

  /// The HTTP status, 400 to 599; S3 spells redirects as errors, too.
  int status();

  /// The model's shape of it; null for an error that the model does not list.
  @Nullable StructureShape<?> shape();

  /// Whose fault it is: the caller's (4xx) or the service's (5xx).
  default boolean isCallersFault() {
    return status() < 500;
  }

  /// An exception to throw, with the text that the caller is shown.
  default ServiceException because(String message) {
    return new ServiceException(this, message, null);
  }

  /// With the members that the model gives the error beside its message.
  default ServiceException because(String message, Structure detail) {
    return new ServiceException(this, message, detail);
  }
}
