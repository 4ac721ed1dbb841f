package brume.cloudformation.template;

/// The rule for logical ids and parameter names: letters and digits.
final class Names {
  /// Source: CloudFormation quotas.
  static final int MAX_CHARS = 255;

  private Names() {}

  static boolean isAlphanumeric(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_CHARS
        && name.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
