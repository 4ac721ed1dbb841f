package brume.sts.operation;

import brume.service.CommonError;
import org.jspecify.annotations.Nullable;

/// Parameters that are not honoured, and so refused by name.
final class Lacking {
  private Lacking() {}

  static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume does not have the parameter " + parameter);
    }
  }
}
