package brume.s3.request;

import static brume.model.s3.S3Error.METHOD_NOT_ALLOWED;
import static brume.model.s3.S3Error.NO_SUCH_KEY;

import brume.s3.object.Version;
import org.jspecify.annotations.Nullable;

/// What of an object can be changed afterwards: what is said of it, if it is there.
public final class Changeable {
  private Changeable() {}

  public static Version of(@Nullable Version there) {
    if (there == null) {
      throw NO_SUCH_KEY.because("The specified key does not exist.");
    }
    if (there.isDeleteMarker()) {
      throw METHOD_NOT_ALLOWED.because(
          "The specified method is not allowed against this resource.");
    }
    return there;
  }
}
