package brume.ssm.parameter;

import static brume.model.ssm.SsmError.HIERARCHY_LEVEL_LIMIT_EXCEEDED_EXCEPTION;
import static brume.model.ssm.SsmError.VALIDATION_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.service.CommonError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a parameter, such as `port` or `/shop/prod/port`.
public record ParameterName(String text) {
  /// Source: Systems Manager user guide, "Creating Parameter Store parameters": the name with the
  /// ARN's beginning has up to 2,048 characters, of which users have 1,011.
  private static final int MAX_CHARACTERS = 1011;

  /// Source: as above.
  private static final int MAX_LEVELS = 15;

  private static final Pattern SIGNS = Pattern.compile("[A-Za-z0-9_.\\-/]+");
  private static final String RULE =
      "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed as a"
          + " path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed"
          + " as a mix of letters, numbers and the following 3 symbols .-_";

  /// The name as clients may write it: as it is, or as the parameter's ARN.
  public static ParameterName of(String nameOrArn) {
    var arn = Arn.parse(nameOrArn).filter(each -> each.service().equals("ssm"));
    if (arn.isEmpty()) {
      return new ParameterName(nameOrArn);
    }
    var path = arn.get().resource().substring("parameter".length());
    return new ParameterName(path.lastIndexOf('/') == 0 ? path.substring(1) : path);
  }

  public Arn arn(Scope scope) {
    return arn(scope, text);
  }

  /// The ARN of a parameter, or of all under a path.
  public static Arn arn(Scope scope, String path) {
    return Arn.of("ssm", scope, "parameter" + (path.startsWith("/") ? path : '/' + path));
  }

  /// Its levels; the first is empty when the name begins with a slash.
  public List<String> levels() {
    return List.of(text.split("/", -1));
  }

  /// Refuses a name that no parameter may have.
  public void check() {
    var lower = (text.startsWith("/") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    if (lower.startsWith("aws")) {
      throw text.startsWith("/")
          ? CommonError.ACCESS_DENIED.because("No access to reserved parameter name: " + text + '.')
          : VALIDATION_EXCEPTION.because(RULE);
    }
    if (lower.startsWith("ssm") || lower.isEmpty() || !SIGNS.matcher(text).matches()) {
      throw VALIDATION_EXCEPTION.because(RULE);
    }
    if (text.length() > MAX_CHARACTERS) {
      throw VALIDATION_EXCEPTION.because(
          "Parameter name must not be longer than " + MAX_CHARACTERS + " characters.");
    }
    if (text.contains("/") && !text.startsWith("/")) {
      throw VALIDATION_EXCEPTION.because("Parameter name must be a fully qualified name.");
    }
    if (text.endsWith("/") || text.contains("//")) {
      throw VALIDATION_EXCEPTION.because(RULE);
    }
    if (text.startsWith("/") && levels().size() - 1 > MAX_LEVELS) {
      throw HIERARCHY_LEVEL_LIMIT_EXCEEDED_EXCEPTION.because(
          "A hierarchy can have a maximum of " + MAX_LEVELS + " levels.");
    }
  }
}
