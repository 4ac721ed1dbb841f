package brume.cognito.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PASSWORD_EXCEPTION;

import brume.base.Ids;
import brume.model.cognitoidp.PasswordPolicyType;
import brume.shape.ServiceException;
import java.util.function.IntPredicate;

/// Which passwords a pool takes.
///
/// Source: Amazon Cognito Developer Guide, "Adding user pool password requirements".
public record PasswordRules(PasswordPolicyType policy) {
  public static final int DEFAULT_LENGTH = 8;
  public static final int DEFAULT_TEMPORARY_DAYS = 7;

  /// In characters.
  private static final int MAX_LENGTH = 256;

  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";
  private static final String GIVEN_SYMBOLS = "!@#%&*?-_+=";

  /// Throws `InvalidPasswordException` that names the first rule broken.
  public void check(String password) {
    Integer minimum = policy.minimumLength();
    if (password.length() < (minimum == null ? DEFAULT_LENGTH : minimum)) {
      throw broken("Password not long enough");
    }
    if (password.length() > MAX_LENGTH) {
      throw broken("Password too long");
    }
    require(policy.requireLowercase(), password, "lowercase", c -> c >= 'a' && c <= 'z');
    require(policy.requireUppercase(), password, "uppercase", c -> c >= 'A' && c <= 'Z');
    require(policy.requireNumbers(), password, "numeric", c -> c >= '0' && c <= '9');
    require(policy.requireSymbols(), password, "symbol", c -> SYMBOLS.indexOf(c) >= 0);
  }

  private static void require(
      @org.jspecify.annotations.Nullable Boolean rule,
      String password,
      String kind,
      IntPredicate isOfKind) {
    if (Boolean.TRUE.equals(rule) && password.chars().noneMatch(isOfKind)) {
      throw broken("Password must have " + kind + " characters");
    }
  }

  private static ServiceException broken(String rule) {
    return INVALID_PASSWORD_EXCEPTION.because("Password did not conform with policy: " + rule);
  }

  /// A password that satisfies any policy of its length.
  public String temporary(Ids ids) {
    Integer minimum = policy.minimumLength();
    int length = Math.max(minimum == null ? DEFAULT_LENGTH : minimum, DEFAULT_LENGTH);
    var symbol = GIVEN_SYMBOLS.charAt(Byte.toUnsignedInt(ids.bytes(1)[0]) % GIVEN_SYMBOLS.length());
    int digit = Byte.toUnsignedInt(ids.bytes(1)[0]) % 10;
    return ids.capitals(1).replaceAll("[2-7]", "Q")
        + ids.lower(1).replaceAll("[0-9]", "k")
        + symbol
        + digit
        + ids.lower(length - 4);
  }
}
