package brume.wire.conformance;

import brume.json.Json;
import brume.wire.conformance.Cases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Cases with parameters: `$name:L` stands for a value as it is, `$name:S` for it in quotes.
final class Parameters {
  private Parameters() {}

  static List<Case> expand(Case one) {
    if (!(one.test().get("testParameters") instanceof Json.Obj parameters)) {
      return List.of(one);
    }
    var cases = new ArrayList<Case>();
    int count = parameters.fields().values().iterator().next().list().size();
    for (int i = 0; i < count; i++) {
      var filled = (Json.Obj) fill(one.test(), parameters, i);
      var id = Json.of(one.id() + '/' + (i + 1));
      cases.add(new Case(filled.with("id", id), one.operation(), one.error()));
    }
    return cases;
  }

  private static Json fill(Json json, Json.Obj parameters, int index) {
    return switch (json) {
      case Json.Str(String text) -> Json.of(fill(text, parameters, index));
      case Json.Arr(var items) ->
          new Json.Arr(items.stream().map(item -> fill(item, parameters, index)).toList());
      case Json.Obj(var fields) -> {
        var filled = new LinkedHashMap<String, Json>();
        fields.forEach((key, value) -> filled.put(key, fill(value, parameters, index)));
        yield new Json.Obj(filled);
      }
      default -> json;
    };
  }

  private static String fill(String text, Json.Obj parameters, int index) {
    var filled = text;
    for (var parameter : parameters.fields().entrySet()) {
      var value = String.valueOf(parameter.getValue().list().get(index).text());
      filled = filled.replace('$' + parameter.getKey() + ":L", value);
      filled = filled.replace('$' + parameter.getKey() + ":S", Json.of(value).print());
    }
    return filled;
  }
}
