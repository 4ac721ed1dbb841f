package brume.iam.simulation;

import brume.json.Json;
import brume.json.JsonException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The context keys that policies ask for, in conditions and in variables.
///
/// Source: IAM API reference, `GetContextKeysForCustomPolicy`.
public final class ContextKeyNames {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^*?$,{}'\\s][^,{}']*)[^}]*}");

  private final Map<String, String> spelled = new TreeMap<>();

  private ContextKeyNames() {}

  /// By their names in small letters, as the policies spell them.
  ///
  /// @param documents that were parsed as policies
  public static Map<String, String> of(Collection<String> documents) {
    var names = new ContextKeyNames();
    for (var document : documents) {
      try {
        names.addOf(Json.parse(document));
      } catch (JsonException _) {
        // None: such a text is refused as a policy.
      }
    }
    return names.spelled;
  }

  private void addOf(Json document) {
    if (!(document instanceof Json.Obj policy) || policy.get("Statement") == null) {
      return;
    }
    for (var each : policy.get("Statement").list()) {
      if (each instanceof Json.Obj(Map<String, Json> elements)) {
        addVariables(elements.get("Resource"));
        addVariables(elements.get("NotResource"));
        addOfCondition(elements.get("Condition"));
      }
    }
  }

  private void addOfCondition(@Nullable Json condition) {
    if (condition instanceof Json.Obj(Map<String, Json> operators)) {
      for (var operator : operators.values()) {
        if (operator instanceof Json.Obj(Map<String, Json> keys)) {
          keys.forEach(
              (key, values) -> {
                add(key);
                addVariables(values);
              });
        }
      }
    }
  }

  private void addVariables(@Nullable Json texts) {
    if (texts != null) {
      for (var text : texts.texts()) {
        VARIABLE.matcher(text).results().forEach(found -> add(found.group(1)));
      }
    }
  }

  private void add(String name) {
    spelled.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
  }
}
