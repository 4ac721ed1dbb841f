package brume.ssm.parameter;

/// Which version of which parameter is meant: `name`, `name:3` or `name:label`.
///
/// @param selector a version's number or a label; empty for the latest version
public record Selector(ParameterName name, String selector) {
  public static Selector parse(String text) {
    int names = text.startsWith("arn:") ? text.indexOf("parameter/") : 0;
    int colon = text.indexOf(':', Math.max(names, 0));
    return colon < 0
        ? new Selector(ParameterName.of(text), "")
        : new Selector(ParameterName.of(text.substring(0, colon)), text.substring(colon + 1));
  }

  /// Null unless a number selects the version.
  public @org.jspecify.annotations.Nullable Long version() {
    boolean isNumber = !selector.isEmpty() && selector.chars().allMatch(Character::isDigit);
    return isNumber && selector.length() < 19 ? Long.valueOf(selector) : null;
  }
}
