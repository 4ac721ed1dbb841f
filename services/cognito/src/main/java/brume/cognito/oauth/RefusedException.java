package brume.cognito.oauth;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A request that OAuth 2.0 has an error code for (RFC 6749, sections 4.1.2.1 and 5.2).
public final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String code;
  private final @Nullable String redirect;

  public RefusedException(String code, @Nullable String description) {
    this(code, description, null);
  }

  /// @param redirect where the user is sent with it; null where nobody may be sent
  RefusedException(String code, @Nullable String description, @Nullable String redirect) {
    super(description);
    this.code = code;
    this.redirect = redirect;
  }

  /// Such as `invalid_grant`.
  public String code() {
    return code;
  }

  public @Nullable String redirect() {
    return redirect;
  }
}
