package brume.identity.policy;

import brume.identity.policy.language.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The actions of a statement; `negated` are all but those that it names. Found by their vendor,
/// since some policies name a thousand.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action" and "NotAction".
///
/// @param exact in small letters
/// @param ofVendor those with wildcards behind the vendor
/// @param ofAnyVendor those with wildcards in the vendor
record Actions(
    Set<String> exact, Map<String, List<Glob>> ofVendor, List<Glob> ofAnyVendor, boolean negated) {

  static Actions of(List<Glob> names, boolean negated) {
    var exact = new HashSet<String>();
    var ofVendor = new HashMap<String, List<Glob>>();
    var ofAnyVendor = new ArrayList<Glob>();
    for (var name : names) {
      var vendor = vendor(name.literal());
      if (!name.hasWildcards()) {
        exact.add(name.literal());
      } else if (vendor.length() < name.literal().length()) {
        ofVendor.computeIfAbsent(vendor, _ -> new ArrayList<>()).add(name);
      } else {
        ofAnyVendor.add(name);
      }
    }
    return new Actions(Set.copyOf(exact), Map.copyOf(ofVendor), List.copyOf(ofAnyVendor), negated);
  }

  /// What precedes the colon, or all where there is none.
  static String vendor(String action) {
    int colon = action.indexOf(':');
    return colon < 0 ? action : action.substring(0, colon);
  }

  boolean match(Question question) {
    return names(question) != negated;
  }

  private boolean names(Question question) {
    var action = question.action();
    return exact.contains(action)
        || any(ofVendor.getOrDefault(question.vendor(), List.of()), action)
        || any(ofAnyVendor, action);
  }

  private static boolean any(List<Glob> names, String action) {
    for (var name : names) {
      if (name.matches(action)) {
        return true;
      }
    }
    return false;
  }
}
