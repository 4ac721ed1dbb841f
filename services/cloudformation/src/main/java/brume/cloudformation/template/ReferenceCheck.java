package brume.cloudformation.template;

import brume.json.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks that every name a template refers to exists in it.
final class ReferenceCheck {
  private final Template template;

  private ReferenceCheck(Template template) {
    this.template = template;
  }

  static void check(Template template) {
    var check = new ReferenceCheck(template);
    check.conditions();
    for (var resource : template.resources().values()) {
      check.value(resource.properties(), "Resources");
      check.dependsOn(resource);
      check.condition(resource.condition(), "Resources");
    }
    for (var output : template.outputs().values()) {
      check.value(output.value(), "Outputs");
      check.condition(output.condition(), "Outputs");
      if (output.exportName() != null) {
        check.value(output.exportName(), "Outputs");
      }
    }
  }

  private void conditions() {
    var unknown = new LinkedHashSet<>(References.in(template.conditions()).all());
    unknown.removeIf(name -> PseudoParameters.isPseudo(name) || isParameter(name));
    if (!unknown.isEmpty()) {
      throw new TemplateException(
          "Template format error: Unresolved dependencies [%s]. Cannot reference resources in the Conditions block of the template"
              .formatted(String.join(", ", unknown)));
    }
  }

  private void value(Json value, String block) {
    var references = References.in(value);
    for (var id : references.attributes()) {
      if (!isResource(id)) {
        throw new TemplateException(
            "Template error: instance of Fn::GetAtt references undefined resource " + id);
      }
    }
    for (var name : references.subAttributes()) {
      if (!isResource(name.substring(0, name.indexOf('.')))) {
        throw new TemplateException(
            "Template error: instance of Fn::Sub references invalid resource attribute " + name);
      }
    }
    unresolved(references.refs(), block);
    references.conditions().forEach(name -> condition(name, block));
  }

  private void dependsOn(ResourceSpec resource) {
    var unknown = new LinkedHashSet<>(resource.dependsOn());
    unknown.removeAll(template.resources().keySet());
    unresolved(unknown, "Resources");
  }

  private void unresolved(Set<String> names, String block) {
    var unknown = new LinkedHashSet<>(names);
    unknown.removeIf(
        name -> PseudoParameters.isPseudo(name) || isParameter(name) || isResource(name));
    if (!unknown.isEmpty()) {
      throw new TemplateException(
          "Template format error: Unresolved resource dependencies [%s] in the %s block of the template"
              .formatted(String.join(", ", unknown), block));
    }
  }

  private void condition(@Nullable String name, String block) {
    if (name != null && !template.conditions().has(name)) {
      throw new TemplateException(
          "Template format error: Unresolved condition dependency %s in the %s block of the template"
              .formatted(name, block));
    }
  }

  private boolean isParameter(String name) {
    return template.parameters().containsKey(name);
  }

  private boolean isResource(String name) {
    return template.resources().containsKey(name);
  }
}
