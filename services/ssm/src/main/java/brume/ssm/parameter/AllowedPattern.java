package brume.ssm.parameter;

import static brume.model.ssm.SsmError.INVALID_ALLOWED_PATTERN_EXCEPTION;
import static brume.model.ssm.SsmError.PARAMETER_PATTERN_MISMATCH_EXCEPTION;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// The regular expression that the values of a parameter must match.
public final class AllowedPattern {
  private AllowedPattern() {}

  /// @param pattern null when any value is allowed
  public static void check(@Nullable String pattern, String value) {
    if (pattern == null || pattern.isEmpty()) {
      return;
    }
    try {
      if (!Pattern.compile(pattern).matcher(value).find()) {
        throw PARAMETER_PATTERN_MISMATCH_EXCEPTION.because(
            "Parameter value, cannot be validated against allowedPattern: " + pattern);
      }
    } catch (PatternSyntaxException _) {
      throw INVALID_ALLOWED_PATTERN_EXCEPTION.because(
          "The regular expression is not valid: " + pattern);
    }
  }
}
