package brume.cloudformation.request;

import brume.cloudformation.template.Evaluator;
import brume.cloudformation.template.Lookups;
import brume.cloudformation.template.ParameterValues;
import brume.cloudformation.template.PseudoParameters;
import brume.cloudformation.template.ResourceSpec;
import brume.cloudformation.template.ResourceSpec.Fate;
import brume.cloudformation.template.Template;
import brume.cloudformation.template.TemplateException;
import brume.cloudformation.type.Types;
import brume.json.Json;
import brume.service.ResourceType;
import java.util.List;
import java.util.TreeSet;

/// Refuses the resources and properties that nobody here can make, by their names.
///
/// @param allowed the types that the caller limits the stack to, `AWS::S3::*` among them; empty for
///   no limit
record Support(Types types, List<String> allowed) {
  void check(Template template, ParameterValues parameters, PseudoParameters pseudo) {
    var unknown = new TreeSet<String>();
    for (var spec : template.resources().values()) {
      if (types.find(spec.type()) == null) {
        unknown.add(spec.type());
      }
      if (!isAllowed(spec.type())) {
        throw new TemplateException(
            "Resource type "
                + spec.type()
                + " is not allowed by parameter ResourceTypes "
                + allowed);
      }
    }
    var evaluator = new Evaluator(template, parameters, pseudo, Lookups.NOTHING);
    for (var spec : template.resources().values()) {
      var type = types.find(spec.type());
      if (evaluator.holds(spec.condition()) && type != null) {
        check(evaluator, spec, type);
        checkAttributes(template, spec.logicalId());
      }
    }
    unknown.removeIf(
        type ->
            template.resources().values().stream()
                .noneMatch(spec -> spec.type().equals(type) && evaluator.holds(spec.condition())));
    if (!unknown.isEmpty()) {
      throw new TemplateException("Template format error: Unrecognized resource types: " + unknown);
    }
  }

  private boolean isAllowed(String type) {
    return allowed.isEmpty()
        || allowed.stream()
            .anyMatch(
                each ->
                    each.equals(type)
                        || (each.endsWith("*")
                            && type.startsWith(each.substring(0, each.length() - 1))));
  }

  private static void check(Evaluator evaluator, ResourceSpec spec, ResourceType type) {
    spec.properties()
        .fields()
        .forEach(
            (name, value) -> {
              if (!Types.honours(type, name) && isGiven(evaluator, value)) {
                throw new TemplateException(Types.unsupported(spec.logicalId(), type, name));
              }
            });
    if (spec.deletionPolicy() == Fate.SNAPSHOT || spec.updateReplacePolicy() == Fate.SNAPSHOT) {
      throw new TemplateException(
          "Template error: resource type %s does not support Snapshot as DeletionPolicy or UpdateReplacePolicy (%s)"
              .formatted(spec.type(), spec.logicalId()));
    }
  }

  private static void checkAttributes(Template template, String logicalId) {
    if (template.source().get("Resources") instanceof Json.Obj resources
        && resources.get(logicalId) instanceof Json.Obj resource) {
      for (var attribute : List.of("CreationPolicy", "UpdatePolicy")) {
        if (resource.has(attribute)) {
          throw new TemplateException(
              "Encountered unsupported attribute " + attribute + " of resource " + logicalId);
        }
      }
    }
  }

  /// Whether a property stays when conditions are decided.
  private static boolean isGiven(Evaluator evaluator, Json value) {
    if (!(value instanceof Json.Obj object) || object.fields().size() != 1) {
      return true;
    }
    var reference = object.get("Ref");
    if (reference != null) {
      return !PseudoParameters.NO_VALUE.equals(reference.text());
    }
    var choice = object.get("Fn::If");
    if (choice == null || choice.list().size() != 3) {
      return true;
    }
    boolean holds = evaluator.holds(choice.list().getFirst().text());
    return isGiven(evaluator, choice.list().get(holds ? 1 : 2));
  }
}
