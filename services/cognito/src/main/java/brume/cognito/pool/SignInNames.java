package brume.cognito.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What users of a pool may be called, and what they are found by.
///
/// Source: Amazon Cognito Developer Guide, "Customizing sign-in attributes".
public record SignInNames(Pool pool) {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+\\d{1,15}");

  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  public static boolean isPhoneNumber(String text) {
    return PHONE_NUMBER.matcher(text).matches();
  }

  /// The attribute that a new user's name stands for, such as `email`; null for a plain username.
  ///
  /// Throws `InvalidParameterException` for a name that this pool does not take.
  public @Nullable String attributeOf(String name) {
    var attributes = pool.usernameAttributes();
    if (attributes.isEmpty()) {
      refuseAlias(name);
      return null;
    }
    if (attributes.contains("email") && isEmail(name)) {
      return "email";
    }
    if (attributes.contains("phone_number") && isPhoneNumber(name)) {
      return "phone_number";
    }
    throw INVALID_PARAMETER_EXCEPTION.because(
        attributes.size() > 1
            ? "Username should be either an email or a phone number."
            : attributes.contains("email")
                ? "Username should be an email."
                : "Username should be a phone number.");
  }

  private void refuseAlias(String name) {
    if (pool.aliasAttributes().contains("email") && isEmail(name)) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Username cannot be of email format, since user pool is configured for email alias.");
    }
    if (pool.aliasAttributes().contains("phone_number") && isPhoneNumber(name)) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Username cannot be of phone number format, since user pool is configured for phone"
              + " number alias.");
    }
  }

  /// The attributes by which a user is found beside the username: those that stand for it at once,
  /// aliases when they are verified.
  public Map<String, String> aliases(Map<String, String> attributes) {
    var aliases = new LinkedHashMap<String, String>();
    for (var name : pool.usernameAttributes()) {
      put(aliases, name, attributes.get(name));
    }
    for (var name : pool.aliasAttributes()) {
      boolean counts =
          name.equals("preferred_username") || "true".equals(attributes.get(name + "_verified"));
      put(aliases, name, counts ? attributes.get(name) : null);
    }
    return aliases;
  }

  private void put(Map<String, String> aliases, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      aliases.put(name, pool.fold(value));
    }
  }
}
