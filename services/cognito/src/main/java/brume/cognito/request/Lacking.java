package brume.cognito.request;

import brume.service.CommonError;
import brume.shape.ServiceException;
import org.jspecify.annotations.Nullable;

/// Refuses by name what is not there.
public final class Lacking {
  private Lacking() {}

  public static ServiceException of(String what) {
    return CommonError.NOT_IMPLEMENTED.because("Brume's Cognito does not have " + what);
  }

  /// Throws when the parameter is given at all.
  public static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw of(parameter);
    }
  }

  public static void refuseIf(boolean asked, String what) {
    if (asked) {
      throw of(what);
    }
  }
}
