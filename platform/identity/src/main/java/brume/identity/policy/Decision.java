package brume.identity.policy;

import org.jspecify.annotations.Nullable;

/// The outcome of an evaluation, and what it rests on.
public sealed interface Decision {

  /// @param by the statement that allows it; null for a root user, whom none need allow
  record Allowed(@Nullable Match by) implements Decision {}

  sealed interface Denied extends Decision {
    /// The type of policy that denies, or that does not allow.
    PolicyType type();

    /// The end of the text with which AWS refuses `action`, after "User: … is not authorized to
    /// perform: … on resource: … ".
    String because(String action);
  }

  /// A statement denies the request.
  record ExplicitlyDenied(Match by) implements Denied {
    @Override
    public PolicyType type() {
      return by.type();
    }

    @Override
    public String because(String action) {
      return type().explicitDeny();
    }
  }

  /// No statement of policies of this type allows the request, and one would have to.
  record ImplicitlyDenied(PolicyType type) implements Denied {
    @Override
    public String because(String action) {
      return type.implicitDeny(action);
    }
  }

  /// A statement that applied to the request.
  ///
  /// @param policy the very object that was given to the evaluation
  /// @param number of the statement in the document, 1 for the first
  /// @param sid of the statement; null when it has none
  record Match(PolicyType type, Policy policy, int number, @Nullable String sid) {}

  default boolean allowed() {
    return this instanceof Allowed;
  }
}
