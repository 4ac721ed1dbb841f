package brume.ses.refusal;

import brume.service.CommonError;
import org.jspecify.annotations.Nullable;

/// Refuses what a request asks for and Brume does not do, by its name.
public final class Honoured {
  private Honoured() {}

  /// @param value null when it is not asked for
  public static void refuse(String parameter, @Nullable Object value) {
    if (value != null) {
      throw CommonError.NOT_IMPLEMENTED.because("Brume does not have the parameter " + parameter);
    }
  }
}
