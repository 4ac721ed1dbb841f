package brume.service.resource;

import brume.json.Json;
import brume.service.CommonError;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.MapShape;
import brume.shape.ServiceException;
import brume.shape.Shape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.wire.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Reads the input of an operation from properties that are named as its members, whose first
/// letter is small in some models. Templates may write numbers and truth values as texts, and texts
/// as numbers.
public final class TemplateProperties {
  private TemplateProperties() {}

  /// Throws a validation error that names a property which is not a member, or not of its type.
  @SuppressWarnings("unchecked")
  public static <T extends Structure> T read(Json.Obj properties, StructureShape<T> shape) {
    var json = ofStructure("", properties, shape).print();
    try {
      var read = JsonReader.read(json.getBytes(StandardCharsets.UTF_8), shape);
      return (T) Objects.requireNonNull(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json typed(String path, Json value, Shape shape) {
    return switch (shape) {
      case StructureShape<?> structure when value instanceof Json.Obj object ->
          ofStructure(path, object, structure);
      case ListShape list when value instanceof Json.Arr(var items) ->
          new Json.Arr(
              items.stream().map(item -> typed(path, item, list.element().target())).toList());
      case MapShape map when value instanceof Json.Obj(Map<String, Json> fields) -> {
        var typed = new LinkedHashMap<String, Json>();
        fields.forEach((key, field) -> typed.put(key, typed(path, field, map.value().target())));
        yield new Json.Obj(typed);
      }
      case SimpleShape simple -> ofText(path, value, simple.kind());
      default -> throw invalid("Not of the right type: property " + path);
    };
  }

  private static Json ofStructure(String path, Json.Obj object, StructureShape<?> shape) {
    var typed = new LinkedHashMap<String, Json>();
    object
        .fields()
        .forEach(
            (name, value) -> {
              var property = path.isEmpty() ? name : path + '.' + name;
              var member = shape.members().get(index(shape, name, property));
              typed.put(member.wireName(), typed(property, value, member.target()));
            });
    return new Json.Obj(typed);
  }

  private static Json ofText(String path, Json value, Kind kind) {
    var text = value.text();
    if (text == null) {
      throw invalid("Not of the right type: property " + path);
    }
    try {
      return switch (kind) {
        case BOOLEAN -> Json.of(Boolean.parseBoolean(text));
        case BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE -> new Json.Num(new BigDecimal(text));
        default -> Json.of(text);
      };
    } catch (NumberFormatException _) {
      throw invalid("Not a number: property " + path);
    }
  }

  private static int index(StructureShape<?> shape, String name, String property) {
    int member = shape.indexOf(name);
    if (member < 0 && !name.isEmpty()) {
      member = shape.indexOf(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
    if (member < 0) {
      throw invalid("Unsupported property: " + property);
    }
    return member;
  }

  private static ServiceException invalid(String text) {
    return CommonError.VALIDATION.because(text);
  }
}
