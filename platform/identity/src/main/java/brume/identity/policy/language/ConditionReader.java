package brume.identity.policy.language;

import brume.identity.policy.language.Condition.Quantifier;
import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compiles the condition block of a statement.
public final class ConditionReader {
  private static final String FOR_ANY_VALUE = "ForAnyValue:";
  private static final String FOR_ALL_VALUES = "ForAllValues:";
  private static final String IF_EXISTS = "IfExists";
  private static final String NULL = "Null";

  private final Version version;
  private final List<Condition> conditions = new ArrayList<>();

  private ConditionReader(Version version) {
    this.version = version;
  }

  /// Throws [MalformedPolicyException] for what is no condition block.
  ///
  /// @param block null where a statement has none
  public static List<Condition> read(@Nullable Json block, Version version) {
    if (block == null) {
      return List.of();
    }
    var reader = new ConditionReader(version);
    Elements.object(block).fields().forEach(reader::operator);
    return List.copyOf(reader.conditions);
  }

  private void operator(String qualified, Json keys) {
    var name = qualified;
    var quantifier = Quantifier.SINGLE;
    if (name.startsWith(FOR_ANY_VALUE)) {
      quantifier = Quantifier.FOR_ANY_VALUE;
      name = name.substring(FOR_ANY_VALUE.length());
    } else if (name.startsWith(FOR_ALL_VALUES)) {
      quantifier = Quantifier.FOR_ALL_VALUES;
      name = name.substring(FOR_ALL_VALUES.length());
    }
    boolean ifExists = name.endsWith(IF_EXISTS);
    name = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
    for (var key : Elements.object(keys).fields().entrySet()) {
      if (key.getKey().indexOf(':') <= 0) {
        throw new MalformedPolicyException(MalformedPolicyException.NO_VENDOR);
      }
      conditions.add(
          qualified.equals(NULL)
              ? presence(key.getKey(), key.getValue())
              : test(name, quantifier, ifExists, key.getKey(), key.getValue()));
    }
  }

  private Condition test(
      String name, Quantifier quantifier, boolean ifExists, String key, Json values) {
    var operator = Operator.of(name);
    if (operator == null) {
      throw MalformedPolicyException.syntax();
    }
    var accepted = new ArrayList<Comparison>();
    for (var value : Elements.texts(values)) {
      accepted.add(operator.compiler().compile(value, version));
    }
    return new Condition.Test(
        ContextKeys.canonical(key), quantifier, ifExists, operator.negated(), accepted);
  }

  private static Condition presence(String key, Json values) {
    var texts = Elements.texts(values);
    if (texts.size() != 1) {
      throw MalformedPolicyException.syntax();
    }
    boolean absent =
        switch (texts.getFirst()) {
          case "true" -> true;
          case "false" -> false;
          default -> throw MalformedPolicyException.syntax();
        };
    return new Condition.Presence(ContextKeys.canonical(key), absent);
  }
}
