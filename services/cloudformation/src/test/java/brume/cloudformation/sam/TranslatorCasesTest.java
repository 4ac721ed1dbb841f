package brume.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import brume.cloudformation.template.TemplateText;
import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares with what the public translator (1.110) made of the same templates.
class TranslatorCasesTest {
  /// The hash of a deployment is the one thing that Brume does not share.
  private static final String DEPLOYMENT = "Deployment[0-9a-f]{10}";

  @ParameterizedTest
  @ValueSource(strings = {"everything", "branches", "parameters"})
  void makesWhatTheTranslatorMakes(String name) {
    var template = TemplateText.parse(read(name + ".yaml"));
    var expected = Json.parse(masked(read(name + ".json")));
    var made = Json.parse(masked(SamTransform.apply(template, defaults(template)).print()));
    var differences = new ArrayList<String>();
    compare("", expected, made, differences);
    assertThat(String.join("\n", differences)).isEmpty();
  }

  private static String read(String name) {
    return String.join("\n", Resource.lines(name));
  }

  private static String masked(String json) {
    return json.replaceAll(DEPLOYMENT, "Deployment0")
        .replaceAll("deployment id: [0-9a-f]{40}", "deployment id: 0");
  }

  private static Map<String, Json> defaults(Json.Obj template) {
    var values = new LinkedHashMap<String, Json>();
    if (template.get("Parameters") instanceof Json.Obj(Map<String, Json> parameters)) {
      parameters.forEach(
          (name, parameter) -> {
            if (parameter instanceof Json.Obj p && p.has("Default")) {
              values.put(name, p.get("Default"));
            }
          });
    }
    return values;
  }

  private static void compare(String path, Json expected, Json made, List<String> differences) {
    if (expected instanceof Json.Obj e && made instanceof Json.Obj m) {
      var names = new TreeSet<>(e.fields().keySet());
      names.addAll(m.fields().keySet());
      for (var name : names) {
        compare(path + '/' + name, or(e.get(name)), or(m.get(name)), differences);
      }
    } else if (expected instanceof Json.Arr e
        && made instanceof Json.Arr m
        && e.items().size() == m.items().size()) {
      for (int i = 0; i < e.items().size(); i++) {
        compare(path + '/' + i, e.items().get(i), m.items().get(i), differences);
      }
    } else if (!expected.equals(made)) {
      differences.add(path + ": expected " + expected.print() + " but made " + made.print());
    }
  }

  private static Json or(Json value) {
    return value == null ? Json.of("(absent)") : value;
  }
}
