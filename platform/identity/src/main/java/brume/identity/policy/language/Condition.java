package brume.identity.policy.language;

import java.util.List;

/// One key of a statement's condition block.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for
/// multivalued context keys".
public sealed interface Condition {
  boolean holds(ContextKeys keys);

  /// The operator `Null`.
  ///
  /// @param key canonical
  /// @param absent whether the key must be absent, not present
  record Presence(String key, boolean absent) implements Condition {
    @Override
    public boolean holds(ContextKeys keys) {
      return keys.values(key).isEmpty() == absent;
    }
  }

  /// Whether it is enough that any value of the key passes, or all must.
  enum Quantifier {
    /// Of keys that have one value; of several, any must match, and none for a negated operator.
    SINGLE,
    FOR_ANY_VALUE,
    FOR_ALL_VALUES
  }

  /// Any other operator.
  ///
  /// @param key canonical
  /// @param ifExists whether it holds without the key
  /// @param negated whether a value of the request passes by matching none of the policy's values
  /// @param accepted the policy's values
  record Test(
      String key,
      Quantifier quantifier,
      boolean ifExists,
      boolean negated,
      List<Comparison> accepted)
      implements Condition {
    @Override
    public boolean holds(ContextKeys keys) {
      var values = keys.values(key);
      if (values.isEmpty() || (quantifier != Quantifier.SINGLE && isEmptySet(values))) {
        return ifExists || forAll();
      }
      return forAll()
          ? values.stream().allMatch(value -> passes(value, keys))
          : values.stream().anyMatch(value -> passes(value, keys));
    }

    /// Whether all values of the request must pass; then none is enough, too.
    private boolean forAll() {
      return switch (quantifier) {
        case SINGLE -> negated;
        case FOR_ANY_VALUE -> false;
        case FOR_ALL_VALUES -> true;
      };
    }

    private boolean passes(String value, ContextKeys keys) {
      for (var one : accepted) {
        if (one.matches(value, keys)) {
          return !negated;
        }
      }
      return negated;
    }

    /// Documented for the set operators: a key that resolves to the empty string has no value.
    private static boolean isEmptySet(List<String> values) {
      return values.stream().allMatch(String::isEmpty);
    }
  }
}
