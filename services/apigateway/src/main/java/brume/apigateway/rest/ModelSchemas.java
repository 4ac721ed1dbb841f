package brume.apigateway.rest;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.model.apigateway.Model;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaException;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The schemas of models, ready to check bodies.
///
/// A reference to another model, by its URL or as the document it came from has it, is followed
/// among the models of the API.
///
/// Source: API Gateway Developer Guide, "Data models for REST APIs": JSON Schema draft 4.
public final class ModelSchemas {
  private static final String REFERENCE = "$ref";
  private static final String DEFINITIONS = "definitions";
  private static final String BASE = "https://apigateway.amazonaws.com/";

  private final List<Model> models;

  public ModelSchemas(List<Model> models) {
    this.models = models;
  }

  /// Null when there is no such model. Throws the refusal of one that is no schema.
  public @Nullable Validator validator(String name) {
    var wanted =
        models.stream().filter(model -> name.equals(model.name())).findFirst().orElse(null);
    if (wanted == null || wanted.schema() == null) {
      return null;
    }
    try {
      var schema = parsed(wanted);
      var definitions = new JsonObject();
      for (var model : models) {
        if (model.schema() != null && !model.schema().isBlank()) {
          definitions.put(String.valueOf(model.name()), parsed(model));
        }
      }
      schema.put(DEFINITIONS, definitions);
      var options =
          new JsonSchemaOptions()
              .setBaseUri(BASE)
              .setDraft(Draft.DRAFT4)
              .setOutputFormat(OutputFormat.Basic);
      return Validator.create(JsonSchema.of(schema), options);
    } catch (DecodeException | SchemaException | ClassCastException e) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid model schema specified: " + e.getMessage());
    }
  }

  private static JsonObject parsed(Model model) {
    return (JsonObject) followable(new JsonObject(Objects.requireNonNull(model.schema())));
  }

  /// With references that stay within the definitions.
  private static Object followable(Object value) {
    return switch (value) {
      case JsonObject object -> {
        var changed = new JsonObject();
        object.forEach(
            entry -> {
              if (entry.getKey().equals(REFERENCE) && entry.getValue() instanceof String text) {
                var name = text.substring(text.lastIndexOf('/') + 1);
                changed.put(REFERENCE, "#/" + DEFINITIONS + '/' + name);
              } else if (!entry.getKey().equals("$schema") && !entry.getKey().equals("id")) {
                changed.put(
                    entry.getKey(), entry.getValue() == null ? null : followable(entry.getValue()));
              }
            });
        yield changed;
      }
      case JsonArray array -> {
        var changed = new JsonArray();
        array.forEach(each -> changed.add(each == null ? null : followable(each)));
        yield changed;
      }
      default -> value;
    };
  }

  /// What is wrong with a value; null when nothing is.
  public static @Nullable String problem(Validator validator, @Nullable Object value) {
    var output = validator.validate(value);
    if (Boolean.TRUE.equals(output.getValid())) {
      return null;
    }
    var errors = output.getErrors();
    return errors == null
        ? "[]"
        : errors.stream().map(each -> each.getError()).collect(Collectors.joining(", ", "[", "]"));
  }
}
