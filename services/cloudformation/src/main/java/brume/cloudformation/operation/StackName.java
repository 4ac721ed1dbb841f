package brume.cloudformation.operation;

import static brume.model.cloudformation.CloudFormationError.VALIDATION_ERROR;

import java.util.regex.Pattern;

/// The rule for names of new stacks.
///
/// Source: `CreateStack` of the API reference.
final class StackName {
  private static final int MAX_CHARS = 128;
  private static final Pattern RULE = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");

  private StackName() {}

  static void check(String name) {
    if (name.length() > MAX_CHARS) {
      throw invalid(name, "Member must have length less than or equal to " + MAX_CHARS);
    }
    if (!RULE.matcher(name).matches()) {
      throw invalid(name, "Member must satisfy regular expression pattern: " + RULE);
    }
  }

  private static RuntimeException invalid(String name, String rule) {
    return VALIDATION_ERROR.because(
        "1 validation error detected: Value '%s' at 'stackName' failed to satisfy constraint: %s"
            .formatted(name, rule));
  }
}
