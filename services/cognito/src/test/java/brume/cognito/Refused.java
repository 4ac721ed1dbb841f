package brume.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What is refused, and how.
public final class Refused {
  private Refused() {}

  /// @param text of the refusal; null for any
  public static void with(ErrorCode error, String text, ThrowingCallable call) {
    var refusal = catchThrowableOfType(ServiceException.class, call);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.error()).isEqualTo(error);
    if (text != null) {
      assertThat(refusal.message()).isEqualTo(text);
    }
  }
}
