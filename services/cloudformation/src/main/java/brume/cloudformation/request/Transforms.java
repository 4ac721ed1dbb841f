package brume.cloudformation.request;

import brume.cloudformation.sam.SamTransform;
import brume.cloudformation.template.Evaluator;
import brume.cloudformation.template.Includes;
import brume.cloudformation.template.Lookups;
import brume.cloudformation.template.ParameterValues;
import brume.cloudformation.template.PseudoParameters;
import brume.cloudformation.template.Template;
import brume.cloudformation.template.TemplateException;
import brume.json.Json;
import brume.service.Call;
import java.util.ArrayList;
import java.util.List;

/// Applies the transforms that a template names: `AWS::Include` anywhere, then SAM.
public final class Transforms {
  private static final String INCLUDE = "AWS::Include";
  private static final String TRANSFORM = "Fn::Transform";

  private Transforms() {}

  /// The names of all transforms of the template, each once.
  public static List<String> names(Json.Obj template) {
    var names = new ArrayList<String>();
    var section = template.get("Transform");
    for (var transform : section == null ? List.<Json>of() : section.list()) {
      names.add(name(transform));
    }
    if (includes(template)) {
      names.add(INCLUDE);
    }
    return names.stream().distinct().toList();
  }

  private static String name(Json transform) {
    var name = transform instanceof Json.Obj object ? object.get("Name") : transform;
    return name == null ? "" : String.valueOf(name.text());
  }

  private static boolean includes(Json value) {
    return switch (value) {
      case Json.Obj object ->
          object.has(TRANSFORM) || object.fields().values().stream().anyMatch(Transforms::includes);
      case Json.Arr array -> array.items().stream().anyMatch(Transforms::includes);
      default -> false;
    };
  }

  /// The template without any transform.
  ///
  /// Throws [TemplateException] or [brume.cloudformation.sam.part.SamException] for what they do
  /// not allow.
  static Json.Obj apply(
      Call call, Json.Obj template, ParameterValues parameters, PseudoParameters pseudo) {
    var result = template;
    boolean isSam = false;
    for (var transform : transforms(template)) {
      switch (name(transform)) {
        case SamTransform.NAME -> isSam = true;
        case INCLUDE -> result = result.with(TRANSFORM, transform);
        default -> throw new TemplateException("No transform named " + name(transform) + " found.");
      }
    }
    if (includes(result)) {
      var evaluator =
          new Evaluator(Template.ofParameters(template), parameters, pseudo, Lookups.NOTHING);
      var includes =
          new Includes(
              location -> {
                var resolved = evaluator.resolve(location);
                return resolved == null ? null : resolved.text();
              },
              location -> TemplateBodies.included(call, location));
      result = (Json.Obj) includes.apply(result);
    }
    result = result.without("Transform");
    return isSam ? SamTransform.apply(result, parameters.resolved()) : result;
  }

  private static List<Json> transforms(Json.Obj template) {
    var section = template.get("Transform");
    return section == null ? List.of() : section.list();
  }
}
