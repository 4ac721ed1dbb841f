package brume.apigateway.openapi;

import brume.json.Json;
import brume.json.JsonException;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/// An OpenAPI document, in JSON or YAML.
///
/// @param root the whole document
/// @param errors raises the refusal of the service that reads it
public record Document(Json.Obj root, Function<String, ServiceException> errors) {
  /// Chains of references beyond this are taken for circles.
  private static final int MAX_REFERENCES = 20;

  /// The verbs of a path, and the member that stands for all of them.
  public static final Map<String, String> VERBS =
      Map.of(
          "get", "GET",
          "put", "PUT",
          "post", "POST",
          "delete", "DELETE",
          "options", "OPTIONS",
          "head", "HEAD",
          "patch", "PATCH",
          "x-amazon-apigateway-any-method", "ANY");

  /// Throws a refusal when the bytes are not an OpenAPI document.
  public static Document read(String text, Function<String, ServiceException> errors) {
    Json json;
    try {
      json = text.stripLeading().startsWith("{") ? Json.parse(text) : YamlText.parse(text);
    } catch (JsonException | YAMLException e) {
      throw errors.apply("Invalid OpenAPI input: " + e.getMessage());
    }
    if (!(json instanceof Json.Obj root)) {
      throw errors.apply("Invalid OpenAPI input.");
    }
    var swagger = text(root, "swagger");
    var openapi = text(root, "openapi");
    if (!"2.0".equals(swagger) && (openapi == null || !openapi.startsWith("3."))) {
      throw errors.apply("Unsupported OpenAPI version: it must be 2.0 or 3.x");
    }
    return new Document(root, errors);
  }

  public static @Nullable String text(Json.Obj object, String name) {
    var value = object.get(name);
    return value == null ? null : value.text();
  }

  /// The member as an object, with a reference followed; empty when there is none.
  public Json.Obj object(Json.Obj parent, String name) {
    return object(parent.get(name));
  }

  public Json.Obj object(@Nullable Json value) {
    return followed(value) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }

  private @Nullable Json followed(@Nullable Json value) {
    var at = value;
    for (int i = 0; at instanceof Json.Obj object && text(object, "$ref") != null; i++) {
      var reference = String.valueOf(text(object, "$ref"));
      if (i == MAX_REFERENCES) {
        throw errors.apply("Circular reference " + reference);
      }
      at = target(reference);
    }
    return at;
  }

  private Json target(String reference) {
    if (!reference.startsWith("#/")) {
      throw errors.apply("Only references within the document are followed, not " + reference);
    }
    Json at = root;
    for (var part : reference.substring(2).split("/")) {
      var key = part.replace("~1", "/").replace("~0", "~");
      var next = at instanceof Json.Obj object ? object.get(key) : null;
      if (next == null) {
        throw errors.apply("Unresolved reference " + reference);
      }
      at = next;
    }
    return at;
  }

  public Json.Obj info() {
    return object(root, "info");
  }

  /// The title of the document, which names the API.
  public String title() {
    var title = text(info(), "title");
    if (title == null || title.isBlank()) {
      throw errors.apply("Invalid OpenAPI input: info.title is missing");
    }
    return title;
  }

  /// The schemes of `securityDefinitions` or `components.securitySchemes`.
  public Json.Obj securitySchemes() {
    return root.has("swagger")
        ? object(root, "securityDefinitions")
        : object(object(root, "components"), "securitySchemes");
  }

  public Json.Obj schemas() {
    return root.has("swagger")
        ? object(root, "definitions")
        : object(object(root, "components"), "schemas");
  }

  /// Where the document says that its paths begin; empty when it says nothing.
  public String basePath() {
    var base = text(root, "basePath");
    if (base != null) {
      return trimmed(base);
    }
    if (!(root.get("servers") instanceof Json.Arr(List<Json> servers)) || servers.isEmpty()) {
      return "";
    }
    var server = object(servers.getFirst());
    var url = String.valueOf(text(server, "url"));
    for (var variable : object(server, "variables").fields().entrySet()) {
      var value = text(object(variable.getValue()), "default");
      url = url.replace('{' + variable.getKey() + '}', value == null ? "" : value);
    }
    return trimmed(url.replaceFirst("^[a-z]+://[^/]*", ""));
  }

  private static String trimmed(String path) {
    var trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : '/' + trimmed;
  }

  /// The parameters of a path and, over them, of one of its operations.
  public List<Json.Obj> parameters(Json.Obj path, Json.Obj operation) {
    var parameters = new LinkedHashMap<String, Json.Obj>();
    for (var holder : List.of(path, operation)) {
      if (holder.get("parameters") instanceof Json.Arr(List<Json> items)) {
        for (var item : items) {
          var parameter = object(item);
          parameters.put(text(parameter, "in") + ' ' + text(parameter, "name"), parameter);
        }
      }
    }
    return List.copyOf(parameters.values());
  }

  /// Texts by key; what is not a text is left out.
  public static Map<String, String> texts(Json.Obj object) {
    var texts = new LinkedHashMap<String, String>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              var text = value.text();
              if (text != null) {
                texts.put(name, text);
              }
            });
    return texts;
  }
}
