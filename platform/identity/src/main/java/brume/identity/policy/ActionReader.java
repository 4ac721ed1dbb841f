package brume.identity.policy;

import brume.identity.policy.language.Glob;
import brume.identity.policy.language.MalformedPolicyException;
import brume.identity.policy.language.TemplateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the actions of a statement.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action"; the texts of refusals are those of
/// the IAM API.
final class ActionReader {
  private static final Pattern VENDOR = Pattern.compile("\\*|[a-zA-Z0-9.-]+");

  private ActionReader() {}

  static Actions read(List<String> names, boolean negated) {
    if (names.isEmpty()) {
      throw new MalformedPolicyException("Policy statement must contain actions.");
    }
    var globs = new ArrayList<Glob>();
    for (var name : names) {
      check(name);
      globs.add(TemplateReader.action(name));
    }
    return Actions.of(globs, negated);
  }

  private static void check(String name) {
    int colon = name.indexOf(':');
    if (colon < 0 && !name.equals("*")) {
      throw new MalformedPolicyException(MalformedPolicyException.NO_VENDOR);
    }
    if (name.indexOf(':', colon + 1) >= 0 && colon >= 0) {
      throw new MalformedPolicyException("Actions/Condition can contain only one colon.");
    }
    var vendor = Actions.vendor(name);
    if (!VENDOR.matcher(vendor).matches()) {
      throw new MalformedPolicyException("Vendor " + vendor + " is not valid");
    }
  }
}
