package brume.identity.policy;

import brume.identity.policy.language.Condition;
import brume.identity.policy.language.ContextKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement of a policy, compiled.
///
/// @param number its place in the document, 1 for the first
/// @param sid null when it has none
/// @param allows whether its effect is `Allow`, not `Deny`
/// @param principals null in policies of identities, which apply to their owner
/// @param conditions of which all must hold
record Statement(
    int number,
    @Nullable String sid,
    boolean allows,
    @Nullable Principals principals,
    Actions actions,
    Resources resources,
    List<Condition> conditions) {

  /// How it names the principal if it applies to the request; [Grant#NONE] if it does not.
  Grant applies(Question question) {
    if (!actions.match(question) || !resources.match(question)) {
      return Grant.NONE;
    }
    var grant = principals == null ? Grant.DIRECT : principals.grant(question);
    return grant == Grant.NONE || !conditionsHold(question.keys()) ? Grant.NONE : grant;
  }

  private boolean conditionsHold(ContextKeys keys) {
    for (var condition : conditions) {
      if (!condition.holds(keys)) {
        return false;
      }
    }
    return true;
  }
}
