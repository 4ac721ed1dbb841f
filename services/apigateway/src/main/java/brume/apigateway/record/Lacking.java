package brume.apigateway.record;

import brume.service.CommonError;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Refuses what APIs of AWS can and APIs of Brume cannot, with its name, so that nobody relies on
/// what is not there.
public final class Lacking {
  private Lacking() {}

  public static ServiceException feature(String name) {
    return CommonError.NOT_IMPLEMENTED.because(
        "Brume's API Gateway does not have " + name + " yet");
  }

  /// Refuses a parameter that is set, to anything but `false`.
  public static void refuse(String parameter, @Nullable Object value) {
    if (value != null && !value.equals(false)) {
      throw feature(parameter);
    }
  }
}
