package brume.cognito.user;

/// Codes by text as a user's second factor.
///
/// @param enabled whether sign-ins ask for a code
/// @param preferred whether it is what is asked for first
public record SmsFactor(boolean enabled, boolean preferred) {
  public static final SmsFactor NONE = new SmsFactor(false, false);
}
