package brume.identity.policy.language;

import org.jspecify.annotations.Nullable;

/// What the operators of ARNs compare: each of the six parts of an ARN for itself, so that a
/// wildcard reaches across a colon in the last part only. A pattern of fewer parts is matched as a
/// whole.
///
/// @param fixed the parts when there are no variables; else null
record ArnPattern(Template template, Glob @Nullable [] fixed) implements Comparison {
  private static final int PARTS = 6;

  static Comparison of(String value, Version version) {
    var template = TemplateReader.wild(value, version);
    var fixed = template.fixed();
    return new ArnPattern(template, fixed == null ? null : fixed.parts(PARTS));
  }

  @Override
  public boolean matches(String value, ContextKeys keys) {
    var parts = parts(keys);
    if (parts == null || parts.length < PARTS) {
      return template.matches(value, keys);
    }
    int start = 0;
    for (int i = 0; i < PARTS - 1; i++) {
      int colon = value.indexOf(':', start);
      if (colon < 0 || !parts[i].matches(value.substring(start, colon))) {
        return false;
      }
      start = colon + 1;
    }
    return parts[PARTS - 1].matches(value.substring(start));
  }

  private Glob @Nullable [] parts(ContextKeys keys) {
    if (fixed != null) {
      return fixed;
    }
    var bound = template.bind(keys);
    return bound == null ? null : bound.parts(PARTS);
  }
}
