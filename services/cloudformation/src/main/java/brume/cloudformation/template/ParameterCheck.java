package brume.cloudformation.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Checks one value against its parameter's constraints, with AWS's texts.
///
/// Source: "Parameters" of the CloudFormation user guide.
final class ParameterCheck {
  /// Source: CloudFormation quotas, "Parameter values".
  private static final int MAX_VALUE_BYTES = 4096;

  private final Parameter parameter;

  private ParameterCheck(Parameter parameter) {
    this.parameter = parameter;
  }

  static void check(Parameter parameter, String value) {
    new ParameterCheck(parameter).check(value);
  }

  private void check(String value) {
    var type = parameter.type();
    if (value.length() > MAX_VALUE_BYTES) {
      throw new TemplateException(
          "Parameter '%s' must contain at most %d characters"
              .formatted(parameter.name(), MAX_VALUE_BYTES));
    }
    var items = type.list() && !type.stored() ? ParameterValues.items(value) : List.of(value);
    for (var item : items) {
      checkAllowed(item);
      checkLength(item);
      checkPattern(item);
      if (type.number() && !type.stored()) {
        checkRange(item);
      }
    }
  }

  private void checkAllowed(String value) {
    if (!parameter.allowedValues().isEmpty() && !parameter.allowedValues().contains(value)) {
      throw refused("must be one of AllowedValues");
    }
  }

  private void checkLength(String value) {
    var least = parameter.minLength();
    if (least != null && value.length() < least) {
      throw refused("must contain at least " + least + " characters");
    }
    var most = parameter.maxLength();
    if (most != null && value.length() > most) {
      throw refused("must contain at most " + most + " characters");
    }
  }

  private void checkPattern(String value) {
    var pattern = parameter.allowedPattern();
    if (pattern == null) {
      return;
    }
    try {
      if (!Pattern.compile(pattern).matcher(value).matches()) {
        throw refused("must match pattern " + pattern);
      }
    } catch (PatternSyntaxException e) {
      throw new TemplateException(
          "Template format error: AllowedPattern of parameter %s is not a regular expression: %s"
              .formatted(parameter.name(), e.getDescription()));
    }
  }

  private void checkRange(String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException _) {
      throw refused("must be a number");
    }
    var least = parameter.minValue();
    if (least != null && number.compareTo(least) < 0) {
      throw refused("must be a number not less than " + least.toPlainString());
    }
    var most = parameter.maxValue();
    if (most != null && number.compareTo(most) > 0) {
      throw refused("must be a number not greater than " + most.toPlainString());
    }
  }

  private TemplateException refused(String rule) {
    var own = parameter.constraintDescription();
    return new TemplateException(
        own == null
            ? "Parameter '" + parameter.name() + "' " + rule
            : "Parameter " + parameter.name() + " failed to satisfy constraint: " + own);
  }
}
