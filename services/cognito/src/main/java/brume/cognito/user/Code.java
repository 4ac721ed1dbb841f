package brume.cognito.user;

import static brume.model.cognitoidp.CognitoIdentityProviderError.CODE_MISMATCH_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.EXPIRED_CODE_EXCEPTION;
import static brume.model.cognitoidp.CognitoIdentityProviderError.LIMIT_EXCEEDED_EXCEPTION;

import brume.base.Ids;
import brume.shape.ServiceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code that was sent to a user.
///
/// @param failures how often a wrong one was given in its place
/// @param about the attribute's value that it verifies; null when it verifies no new value
public record Code(String value, Instant expires, int failures, @Nullable String about) {
  /// Source: Amazon Cognito Developer Guide, "Quotas": codes of sign-up and attributes 24 hours,
  /// those of forgotten passwords one hour.
  public enum Purpose {
    SIGN_UP(Duration.ofHours(24)),
    FORGOT_PASSWORD(Duration.ofHours(1)),
    VERIFY_EMAIL(Duration.ofHours(24)),
    VERIFY_PHONE_NUMBER(Duration.ofHours(24)),

    /// The longest session of a sign-in; a shorter one ends the code with it.
    SMS_MFA(Duration.ofMinutes(15));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    public static Purpose verifying(String attribute) {
      return attribute.equals("email") ? VERIFY_EMAIL : VERIFY_PHONE_NUMBER;
    }
  }

  /// Wrong answers until a code is worth nothing, so that nobody tries out a million.
  private static final int MAX_FAILURES = 5;

  private static final int CODES = 1_000_000;

  public static Code next(Purpose purpose, Instant now, Ids ids, @Nullable String about) {
    int number = (int) (ByteBuffer.wrap(ids.bytes(Long.BYTES)).getLong() >>> 1) & Integer.MAX_VALUE;
    return new Code("%06d".formatted(number % CODES), now.plus(purpose.life), 0, about);
  }

  /// Null when `given` is right; else what is to be answered.
  public @Nullable ServiceException refusal(String given, Instant now) {
    if (!now.isBefore(expires)) {
      return expired();
    }
    if (failures >= MAX_FAILURES) {
      return LIMIT_EXCEEDED_EXCEPTION.because(
          "Attempt limit exceeded, please try after some time.");
    }
    return MessageDigest.isEqual(utf8(value), utf8(given)) ? null : mismatch();
  }

  public Code failed() {
    return new Code(value, expires, failures + 1, about);
  }

  public static ServiceException mismatch() {
    return CODE_MISMATCH_EXCEPTION.because("Invalid verification code provided, please try again.");
  }

  public static ServiceException mismatchOf(String text) {
    return CODE_MISMATCH_EXCEPTION.because(text);
  }

  public static ServiceException expired() {
    return EXPIRED_CODE_EXCEPTION.because("Invalid code provided, please request a code again.");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
