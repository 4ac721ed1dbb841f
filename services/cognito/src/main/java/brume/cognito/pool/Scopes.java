package brume.cognito.pool;

import java.util.List;

/// The scopes that every pool has.
///
/// Source: Amazon Cognito Developer Guide, "Scopes, M2M, and resource servers".
public final class Scopes {
  public static final String OPENID = "openid";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String PROFILE = "profile";

  /// Of tokens with which users may change what is their own.
  public static final String ADMIN = "aws.cognito.signin.user.admin";

  public static final List<String> STANDARD = List.of(OPENID, EMAIL, PHONE, PROFILE, ADMIN);

  private Scopes() {}

  /// Whether an attribute is shown where these scopes were asked for. Without any of `email`,
  /// `phone` and `profile` all are.
  public static boolean show(List<String> scopes, String attribute) {
    boolean isNarrow = scopes.contains(EMAIL) || scopes.contains(PHONE) || scopes.contains(PROFILE);
    if (!isNarrow || scopes.contains(PROFILE)) {
      return true;
    }
    return switch (attribute) {
      case "email", "email_verified" -> scopes.contains(EMAIL);
      case "phone_number", "phone_number_verified" -> scopes.contains(PHONE);
      default -> false;
    };
  }
}
