package brume.s3.refusal;

import brume.service.CommonError;
import brume.shape.ServiceException;
import brume.shape.Structure;
import org.jspecify.annotations.Nullable;

/// Refuses what AWS honours and Brume does not, by its name, so that nobody relies on what is not
/// there.
public final class Lacking {
  private Lacking() {}

  /// Refuses a request that gives any of `members`.
  public static void refuse(Structure request, String... members) {
    for (var name : members) {
      int index = request.shape().indexOf(name);
      if (index >= 0 && given(request.member(index))) {
        throw of(name);
      }
    }
  }

  public static ServiceException of(String name) {
    return CommonError.NOT_IMPLEMENTED.because("Brume's S3 does not have " + name + " yet");
  }

  private static boolean given(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value);
  }
}
