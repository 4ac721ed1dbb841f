package brume.cloudformation.template;

import brume.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names that a value refers to.
///
/// @param refs of `Ref` and of `${Name}`: parameters, resources and pseudo parameters
/// @param attributes of `Fn::GetAtt`: resources
/// @param subAttributes of `${Resource.Attribute}`
/// @param conditions of `Fn::If` and `Condition`
record References(
    Set<String> refs, Set<String> attributes, Set<String> subAttributes, Set<String> conditions) {

  static References in(Json value) {
    var found =
        new References(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    found.collect(value);
    return found;
  }

  private void collect(Json value) {
    switch (value) {
      case Json.Obj(Map<String, Json> fields) when fields.size() == 1 -> {
        var field = fields.entrySet().iterator().next();
        function(field.getKey(), field.getValue());
      }
      case Json.Obj(Map<String, Json> fields) -> fields.values().forEach(this::collect);
      case Json.Arr(List<Json> items) -> items.forEach(this::collect);
      default -> {}
    }
  }

  private void function(String name, Json argument) {
    switch (name) {
      case "Ref" -> refs.addAll(argument.texts());
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Sub" -> substitution(Substitution.of(argument));
      case "Fn::If" -> {
        if (!argument.list().isEmpty()
            && argument.list().getFirst() instanceof Json.Str(String c)) {
          conditions.add(c);
        }
        collect(argument);
      }
      default -> collect(argument);
    }
  }

  private void attribute(Json argument) {
    if (argument instanceof Json.Str(String path)) {
      attributes.add(path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.')));
      return;
    }
    if (!argument.list().isEmpty() && argument.list().getFirst() instanceof Json.Str(String id)) {
      attributes.add(id);
    }
    argument.list().stream().skip(1).forEach(this::collect);
  }

  private void substitution(Substitution substitution) {
    substitution.eachName(name -> (name.indexOf('.') < 0 ? refs : subAttributes).add(name));
    substitution.variables().fields().values().forEach(this::collect);
  }

  /// The logical ids among the names, parameters included.
  Set<String> all() {
    var all = new LinkedHashSet<>(refs);
    all.addAll(attributes);
    for (var name : subAttributes) {
      all.add(name.substring(0, name.indexOf('.')));
    }
    return all;
  }
}
