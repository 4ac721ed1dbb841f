package brume.identity.policy;

import brume.identity.policy.language.Template;
import java.util.List;

/// The resources of a statement; `negated` are all but those that it names. Wildcards reach across
/// slashes and colons.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource".
record Resources(List<Template> names, boolean negated) {
  /// Those of a trust policy, which names none: the role that it belongs to.
  static final Resources OWN = new Resources(List.of(), true);

  boolean match(Question question) {
    var resource = question.request().resource();
    for (var name : names) {
      if (name.matches(resource, question.keys())) {
        return !negated;
      }
    }
    return negated;
  }
}
