package brume.sesv2.operation.suppression;

import brume.model.sesv2.SeSv2Error;
import brume.shape.ServiceException;

/// What is answered about an address that is not on the list.
final class Missing {
  private Missing() {}

  static ServiceException address(String address) {
    return SeSv2Error.NOT_FOUND_EXCEPTION.because(
        "Email address " + address + " does not exist on your suppression list.");
  }
}
