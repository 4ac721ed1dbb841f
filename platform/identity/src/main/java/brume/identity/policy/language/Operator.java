package brume.identity.policy.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// An operator of conditions; `Null` is none of these.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
///
/// @param negated whether a value of the request passes by matching none of the policy's values
record Operator(boolean negated, Compiler compiler) {

  /// Compiles a value of a policy. Throws [MalformedPolicyException] for one that is not of the
  /// operator's type.
  interface Compiler {
    Comparison compile(String value, Version version);
  }

  private static final Map<String, Operator> BY_NAME = byName();

  private static Map<String, Operator> byName() {
    var operators = new HashMap<String, Operator>();
    pair(operators, "String", "Equals", Strings::equal);
    pair(operators, "String", "EqualsIgnoreCase", Strings::equalInAnyCase);
    pair(operators, "String", "Like", Strings::like);
    pair(operators, "Arn", "Equals", ArnPattern::of);
    pair(operators, "Arn", "Like", ArnPattern::of);
    pair(operators, "Numeric", "Equals", number(order -> order == 0));
    pair(operators, "Date", "Equals", date(order -> order == 0));
    order(operators, "LessThan", order -> order < 0);
    order(operators, "LessThanEquals", order -> order <= 0);
    order(operators, "GreaterThan", order -> order > 0);
    order(operators, "GreaterThanEquals", order -> order >= 0);
    operators.put("IpAddress", new Operator(false, (value, _) -> AddressRange.of(value)));
    operators.put("NotIpAddress", new Operator(true, (value, _) -> AddressRange.of(value)));
    operators.put("Bool", new Operator(false, Strings::bool));
    operators.put("BinaryEquals", new Operator(false, (value, _) -> Binary.of(value)));
    return Map.copyOf(operators);
  }

  private static void pair(
      Map<String, Operator> operators, String type, String name, Compiler compiler) {
    operators.put(type + name, new Operator(false, compiler));
    operators.put(type + "Not" + name, new Operator(true, compiler));
  }

  private static void order(Map<String, Operator> operators, String name, IntPredicate accepted) {
    operators.put("Numeric" + name, new Operator(false, number(accepted)));
    operators.put("Date" + name, new Operator(false, date(accepted)));
  }

  private static Compiler number(IntPredicate accepted) {
    return (value, _) -> Ordered.number(value, accepted);
  }

  private static Compiler date(IntPredicate accepted) {
    return (value, _) -> Ordered.date(value, accepted);
  }

  /// @param name as policies write it, without qualifiers
  static @Nullable Operator of(String name) {
    return BY_NAME.get(name);
  }
}
