package brume.service.resource;

import brume.json.Json;
import brume.service.CommonError;
import brume.service.ResourceType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The tags that a resource of a template gets: its stack's and, over them, its own.
public final class TemplateTags {
  private TemplateTags() {}

  /// The resource's own are its property `Tags`: a list of `Key` and `Value`, or a map.
  public static Map<String, String> of(ResourceType.Request request) {
    var tags = new TreeMap<>(request.tags());
    switch (request.properties().get("Tags")) {
      case null -> {}
      case Json.Obj(Map<String, Json> fields) ->
          fields.forEach((key, value) -> tags.put(key, text(value, "Value")));
      case Json own -> {
        for (var tag : own.list()) {
          if (!(tag instanceof Json.Obj pair)) {
            throw CommonError.VALIDATION.because("Not of the right type: property Tags");
          }
          tags.put(text(pair.get("Key"), "Key"), text(pair.get("Value"), "Value"));
        }
      }
    }
    return tags;
  }

  private static String text(@Nullable Json value, String name) {
    var text = value == null ? null : value.text();
    if (text == null) {
      throw CommonError.VALIDATION.because("No text for " + name + " of a tag");
    }
    return text;
  }
}
