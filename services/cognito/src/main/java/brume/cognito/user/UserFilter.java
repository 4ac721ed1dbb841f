package brume.cognito.user;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which users a listing shows: `attribute = "value"`, or `attribute ^= "beginning"`.
///
/// Source: Amazon Cognito API reference, `ListUsers`.
///
/// @param attribute null for all users
public record UserFilter(@Nullable String attribute, boolean isPrefix, String value) {
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*([\\w:]+)\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
  private static final Set<String> SEARCHABLE =
      Set.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");

  /// Throws `InvalidParameterException` for what is no filter.
  public static UserFilter parse(@Nullable String filter) {
    if (filter == null || filter.isBlank()) {
      return new UserFilter(null, true, "");
    }
    var matcher = SYNTAX.matcher(filter);
    if (!matcher.matches() || !SEARCHABLE.contains(matcher.group(1))) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid filter: " + filter);
    }
    var value = matcher.group(3).replaceAll("\\\\(.)", "$1");
    return new UserFilter(matcher.group(1), matcher.group(2).equals("^="), value);
  }

  public boolean matches(User user) {
    if (attribute == null) {
      return true;
    }
    var actual = actual(user, attribute);
    return actual != null && (isPrefix ? actual.startsWith(value) : actual.equals(value));
  }

  private static @Nullable String actual(User user, String attribute) {
    return switch (attribute) {
      case "username" -> user.username();
      case "sub" -> user.sub();
      case "cognito:user_status" -> user.status().name();
      case "status" -> user.enabled() ? "Enabled" : "Disabled";
      default -> user.attributes().get(attribute);
    };
  }
}
