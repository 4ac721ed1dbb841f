package brume.identity.policy;

import brume.identity.policy.language.ContextKeys;
import java.util.Locale;

/// A request in the form in which statements are asked of it.
///
/// @param action in small letters
/// @param vendor the part of the action before its colon
/// @param bounded whether the principal has a permissions boundary
record Question(Request request, String action, String vendor, boolean bounded) {
  static Question of(Request request, boolean bounded) {
    var action = request.action().toLowerCase(Locale.ROOT);
    return new Question(request, action, Actions.vendor(action), bounded);
  }

  ContextKeys keys() {
    return request.keys();
  }
}
