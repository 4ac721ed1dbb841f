package brume.cloudformation.sam;

import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces names that stand for what the transform made, such as `Function.Version`, by logical
/// ids.
record Renaming(Map<String, String> names) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!{}][^{}]*)}");

  Json apply(Json value) {
    if (names.isEmpty()) {
      return value;
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> fields) -> {
        var renamed = new LinkedHashMap<String, Json>();
        fields.forEach((name, field) -> renamed.put(name, member(name, field)));
        yield new Json.Obj(renamed);
      }
      case Json.Arr(List<Json> items) -> new Json.Arr(items.stream().map(this::apply).toList());
      default -> value;
    };
  }

  private Json member(String name, Json value) {
    return switch (name) {
      case "Ref", "DependsOn" -> texts(value);
      case "Fn::GetAtt" -> getAtt(value);
      case "Fn::Sub" -> sub(value);
      default -> apply(value);
    };
  }

  private Json texts(Json value) {
    return switch (value) {
      case Json.Str(String id) -> Json.of(names.getOrDefault(id, id));
      case Json.Arr(List<Json> items) -> new Json.Arr(items.stream().map(this::texts).toList());
      default -> apply(value);
    };
  }

  private Json getAtt(Json value) {
    var parts = value.texts();
    if (parts.size() != value.list().size() || parts.isEmpty()) {
      return apply(value);
    }
    var path = renamed(String.join(".", parts));
    int dot = path.indexOf('.');
    return dot < 0
        ? value
        : Json.array(Json.of(path.substring(0, dot)), Json.of(path.substring(dot + 1)));
  }

  private Json sub(Json value) {
    return switch (value) {
      case Json.Str(String text) -> Json.of(variables(text));
      case Json.Arr(List<Json> parts) when !parts.isEmpty() -> {
        var renamed = new ArrayList<Json>();
        renamed.add(parts.getFirst() instanceof Json.Str text ? sub(text) : parts.getFirst());
        parts.stream().skip(1).map(this::apply).forEach(renamed::add);
        yield new Json.Arr(renamed);
      }
      default -> apply(value);
    };
  }

  private String variables(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement("${" + renamed(m.group(1)) + '}'));
  }

  /// A path whose beginning is one of the names: the longest wins.
  private String renamed(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      var logicalId = names.get(path.substring(0, end));
      if (logicalId != null) {
        return logicalId + path.substring(end);
      }
    }
    return path;
  }
}
