package brume.cloudformation.template;

import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Resolves the functions of one template with the values of one stack.
///
/// Not thread-safe: conditions are remembered.
public final class Evaluator {
  private final Template template;
  private final ParameterValues parameters;
  private final PseudoParameters pseudo;
  private final Lookups lookups;
  private final Conditions conditions;

  public Evaluator(
      Template template, ParameterValues parameters, PseudoParameters pseudo, Lookups lookups) {
    this.template = template;
    this.parameters = parameters;
    this.pseudo = pseudo;
    this.lookups = lookups;
    this.conditions = new Conditions(this, template.conditions());
  }

  /// Whether the named condition holds; a resource or output without one always exists.
  public boolean holds(@Nullable String condition) {
    return condition == null || conditions.holds(condition);
  }

  /// The properties of a resource, without those that are `AWS::NoValue`.
  public Json.Obj properties(ResourceSpec resource) {
    return resolve(resource.properties()) instanceof Json.Obj properties
        ? DynamicReferences.resolve(properties, lookups::stored)
        : Json.Obj.EMPTY;
  }

  /// The value with its functions resolved; null where it is `AWS::NoValue`.
  ///
  /// Throws [TemplateException] with AWS's text when a function cannot be resolved.
  public @Nullable Json resolve(Json value) {
    return switch (value) {
      case Json.Obj object -> object(object);
      case Json.Arr array -> array(array);
      default -> value;
    };
  }

  private @Nullable Json object(Json.Obj object) {
    if (object.fields().size() == 1) {
      var field = object.fields().entrySet().iterator().next();
      var function = Functions.named(field.getKey());
      if (function != null) {
        return function.apply(this, field.getValue());
      }
    }
    var fields = new LinkedHashMap<String, Json>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              var resolved = resolve(value);
              if (resolved != null) {
                fields.put(name, resolved);
              }
            });
    return new Json.Obj(fields);
  }

  private Json array(Json.Arr array) {
    var items = new ArrayList<Json>();
    for (var item : array.items()) {
      var resolved = resolve(item);
      if (resolved != null) {
        items.add(resolved);
      }
    }
    return new Json.Arr(items);
  }

  /// The value as text, or null when it is none.
  @Nullable String text(@Nullable Json value) {
    var resolved = value == null ? null : resolve(value);
    return resolved == null ? null : resolved.text();
  }

  /// The arguments of a function as they stand: the items of its list, or null when it has none.
  static @Nullable List<Json> arguments(Json argument) {
    return argument instanceof Json.Arr(List<Json> items) ? items : null;
  }

  @Nullable Json ref(String name) {
    if (PseudoParameters.isPseudo(name)) {
      return pseudo.value(name);
    }
    var parameter = parameters.resolved().get(name);
    if (parameter != null) {
      return parameter;
    }
    var resource = template.resources().containsKey(name) ? lookups.ref(name) : null;
    if (resource == null) {
      throw unresolved(name);
    }
    return resource;
  }

  Json attribute(String logicalId, String attribute) {
    var resource = template.resources().get(logicalId);
    if (resource == null) {
      throw new TemplateException(
          "Template error: instance of Fn::GetAtt references undefined resource " + logicalId);
    }
    if (lookups.ref(logicalId) == null) {
      throw unresolved(logicalId);
    }
    var value = lookups.attribute(logicalId, attribute);
    if (value == null) {
      throw new TemplateException(
          "Template error: resource %s does not support attribute type %s in Fn::GetAtt"
              .formatted(logicalId, attribute));
    }
    return value;
  }

  Json export(String name) {
    var value = lookups.export(name);
    if (value == null) {
      throw new TemplateException("No export named " + name + " found.");
    }
    return value;
  }

  List<String> zones(String region) {
    return lookups.zones(region.isEmpty() ? pseudo.region() : region);
  }

  @Nullable Json mapping(String map, String topKey, String secondKey) {
    return template.mappings().get(map) instanceof Json.Obj top
            && top.get(topKey) instanceof Json.Obj second
        ? second.get(secondKey)
        : null;
  }

  boolean test(Json condition) {
    return conditions.test(condition);
  }

  private static TemplateException unresolved(String name) {
    return new TemplateException(
        "Template format error: Unresolved resource dependencies ["
            + name
            + "] in the Resources block of the template");
  }
}
