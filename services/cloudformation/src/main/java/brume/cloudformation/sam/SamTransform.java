package brume.cloudformation.sam;

import brume.cloudformation.sam.api.HttpApiMacro;
import brume.cloudformation.sam.api.RestApiMacro;
import brume.cloudformation.sam.part.Expansion;
import brume.cloudformation.sam.part.ParameterRefs;
import brume.cloudformation.sam.part.SamException;
import brume.cloudformation.sam.part.SamResource;
import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns a SAM template into the CloudFormation template that stands for it.
public final class SamTransform {
  public static final String NAME = "AWS::Serverless-2016-10-31";

  private static final List<String> ORDER = List.of("Function", "Api", "HttpApi");

  private SamTransform() {}

  /// Throws [SamException] for what the specification does not allow or Brume does not have.
  ///
  /// @param parameters the values of the template's parameters
  public static Json.Obj apply(Json.Obj template, Map<String, Json> parameters) {
    if (!(template.get("Resources") instanceof Json.Obj resources)) {
      throw new SamException("'Resources' section is required");
    }
    var section = template.get("Globals");
    var globals = Globals.of(section == null ? Json.Obj.EMPTY : section);
    var sources = Sources.read(resources, globals);
    var expansion = new Expansion(sources, new ParameterRefs(parameters));
    sources.values().stream().filter(source -> !isSam(source)).forEach(expansion::keep);
    for (var kind : ORDER) {
      sources.values().stream()
          .filter(source -> source.type().equals(SamResource.PREFIX + kind))
          .forEach(source -> expand(expansion, source));
    }
    sources.values().stream()
        .filter(source -> isSam(source) && !ORDER.contains(kind(source)))
        .forEach(source -> expand(expansion, source));
    return finished(template, expansion);
  }

  private static boolean isSam(SamResource source) {
    return source.type().startsWith(SamResource.PREFIX);
  }

  private static String kind(SamResource source) {
    return source.type().substring(SamResource.PREFIX.length());
  }

  private static void expand(Expansion expansion, SamResource source) {
    if (source.members().has("Connectors")) {
      throw source.invalid("resource attribute Connectors is not supported");
    }
    switch (kind(source)) {
      case "Function" -> new FunctionMacro(expansion, source).expand();
      case "Api" -> new RestApiMacro(expansion, source).expand();
      case "HttpApi" -> new HttpApiMacro(expansion, source).expand();
      case "SimpleTable" -> SimpleTableMacro.expand(expansion, source);
      case "LayerVersion" -> LayerMacro.expand(expansion, source);
      default -> throw source.invalid("resource type " + source.type() + " is not supported");
    }
  }

  private static Json.Obj finished(Json.Obj template, Expansion expansion) {
    var sections = new LinkedHashMap<>(template.without("Globals").without("Transform").fields());
    sections.put("Resources", new Json.Obj(new LinkedHashMap<>(expansion.made())));
    if (!expansion.conditions().isEmpty()) {
      var conditions = new LinkedHashMap<>(expansion.conditions());
      if (template.get("Conditions") instanceof Json.Obj(Map<String, Json> given)) {
        conditions.putAll(given);
      }
      sections.put("Conditions", new Json.Obj(conditions));
    }
    return (Json.Obj) new Renaming(expansion.references()).apply(new Json.Obj(sections));
  }
}
