package brume.identity.policy.language;

/// What the operators of strings and `Bool` compare.
final class Strings {
  private Strings() {}

  static Comparison equal(String value, Version version) {
    return TemplateReader.plain(value, version)::matches;
  }

  static Comparison equalInAnyCase(String value, Version version) {
    return TemplateReader.plainInAnyCase(value, version)::matches;
  }

  static Comparison like(String value, Version version) {
    return TemplateReader.wild(value, version)::matches;
  }

  /// `true` or `false`, or a variable.
  static Comparison bool(String value, Version version) {
    var template = TemplateReader.plainInAnyCase(value, version);
    var fixed = template.fixed();
    if (fixed != null && !fixed.literal().equals("true") && !fixed.literal().equals("false")) {
      throw MalformedPolicyException.syntax();
    }
    return template::matches;
  }
}
