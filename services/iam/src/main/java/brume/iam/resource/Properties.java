package brume.iam.resource;

import brume.json.Json;
import brume.model.iam.Tag;
import brume.service.CommonError;
import brume.service.ResourceType.Request;
import brume.service.resource.TemplateTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the properties that the types of IAM share.
final class Properties {
  private Properties() {}

  static @Nullable String text(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? null : value.text();
  }

  static String required(Json.Obj properties, String name) {
    var text = text(properties, name);
    if (text == null) {
      throw CommonError.VALIDATION.because("Property " + name + " cannot be empty.");
    }
    return text;
  }

  static @Nullable Integer number(Json.Obj properties, String name) {
    var text = text(properties, name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException _) {
      throw CommonError.VALIDATION.because("Not a number: property " + name);
    }
  }

  static List<String> texts(Json.Obj properties, String name) {
    var value = properties.get(name);
    return value == null ? List.of() : value.texts();
  }

  /// A policy document, which templates write as an object or as its text.
  static String document(Json.Obj properties, String name) {
    return properties.get(name) instanceof Json.Obj object
        ? object.print()
        : required(properties, name);
  }

  /// The property `Policies`: documents by their names.
  static Map<String, String> policies(Json.Obj properties) {
    var value = properties.get("Policies");
    var policies = new LinkedHashMap<String, String>();
    for (var item : value == null ? List.<Json>of() : value.list()) {
      if (!(item instanceof Json.Obj policy)) {
        throw CommonError.VALIDATION.because("Not of the right type: property Policies");
      }
      policies.put(required(policy, "PolicyName"), document(policy, "PolicyDocument"));
    }
    return policies;
  }

  /// Null for none, as operations that make something want it.
  static @Nullable List<Tag> tags(Request request) {
    var tags = new ArrayList<Tag>();
    TemplateTags.of(request).forEach((key, value) -> tags.add(new Tag(key, value)));
    return tags.isEmpty() ? null : tags;
  }

  /// The name that the template gives, or one made of the stack's.
  static String name(Request request, String property, int maximum) {
    var given = text(request.properties(), property);
    return given == null ? request.generatedName(maximum) : given;
  }
}
