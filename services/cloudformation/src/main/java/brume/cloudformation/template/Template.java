package brume.cloudformation.template;

import brume.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A template's sections, checked for shape; functions are not yet resolved.
///
/// @param transforms names of transforms still to be applied, or `AWS::Include` objects
/// @param source the whole template
public record Template(
    @Nullable String description,
    Json.Obj metadata,
    Map<String, Parameter> parameters,
    Json.Obj mappings,
    Json.Obj conditions,
    List<Json> transforms,
    Map<String, ResourceSpec> resources,
    Map<String, OutputSpec> outputs,
    Json.Obj source) {

  /// Source: CloudFormation quotas.
  public static final int MAX_RESOURCES = 500;

  static final int MAX_PARAMETERS = 200;
  static final int MAX_OUTPUTS = 200;

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Transform",
          "Resources",
          "Outputs",
          "Rules",
          "Hooks");

  public Template {
    parameters = ordered(parameters);
    resources = ordered(resources);
    outputs = ordered(outputs);
    transforms = List.copyOf(transforms);
  }

  /// Throws [TemplateException] with AWS's text when a section is missing, unknown or malformed.
  public static Template of(Json.Obj source) {
    checkSections(source);
    var resources = members(source, "Resources", ResourceSpec::of);
    if (resources.isEmpty()) {
      throw new TemplateException(
          "Template format error: At least one Resources member must be defined.");
    }
    var description = source.get("Description");
    var transform = source.get("Transform");
    var template =
        new Template(
            description == null ? null : description.text(),
            section(source, "Metadata"),
            members(source, "Parameters", Parameter::of),
            section(source, "Mappings"),
            section(source, "Conditions"),
            transform == null ? List.of() : transform.list(),
            resources,
            members(source, "Outputs", OutputSpec::of),
            source);
    checkCount("resources", template.resources.size(), MAX_RESOURCES);
    checkCount("parameters", template.parameters.size(), MAX_PARAMETERS);
    checkCount("outputs", template.outputs.size(), MAX_OUTPUTS);
    return template;
  }

  /// Only what transforms may ask of a template before they are applied: its parameters and what is
  /// decided by them.
  public static Template ofParameters(Json.Obj source) {
    return new Template(
        null,
        Json.Obj.EMPTY,
        members(source, "Parameters", Parameter::of),
        section(source, "Mappings"),
        section(source, "Conditions"),
        List.of(),
        Map.of(),
        Map.of(),
        source);
  }

  private static void checkSections(Json.Obj source) {
    var unknown = new ArrayList<String>();
    for (var section : source.fields().keySet()) {
      if (!SECTIONS.contains(section)) {
        unknown.add(section);
      }
    }
    if (!unknown.isEmpty()) {
      throw new TemplateException(
          "Invalid template property or properties [" + String.join(", ", unknown) + "]");
    }
    if (source.has("Hooks")) {
      throw new TemplateException("The template section Hooks is not supported");
    }
    var version = source.get("AWSTemplateFormatVersion");
    if (version != null && !"2010-09-09".equals(version.text())) {
      throw new TemplateException(
          "Template format error: unsupported value for AWSTemplateFormatVersion.");
    }
  }

  private static void checkCount(String what, int count, int limit) {
    if (count > limit) {
      throw new TemplateException(
          "Template format error: Number of %s, %d, is greater than maximum allowed, %d"
              .formatted(what, count, limit));
    }
  }

  private static Json.Obj section(Json.Obj source, String name) {
    return switch (source.get(name)) {
      case null -> Json.Obj.EMPTY;
      case Json.Null _ -> Json.Obj.EMPTY;
      case Json.Obj object -> object;
      default ->
          throw new TemplateException("Template format error: " + name + " must be an object.");
    };
  }

  private static <T> Map<String, T> members(
      Json.Obj source, String name, BiFunction<String, Json, T> read) {
    var members = new LinkedHashMap<String, T>();
    section(source, name)
        .fields()
        .forEach((key, value) -> members.put(key, read.apply(key, value)));
    return members;
  }

  private static <T> Map<String, T> ordered(Map<String, T> members) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
