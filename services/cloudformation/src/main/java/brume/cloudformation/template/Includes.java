package brume.cloudformation.template;

import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// `Fn::Transform` with `AWS::Include`: puts the text at a location in its place, before anything
/// else of the template is read.
///
/// An include beside other members adds its members to theirs.
public final class Includes {
  private static final int MAX_DEPTH = 8;

  private final Function<Json, @Nullable String> locate;
  private final UnaryOperator<String> fetch;

  /// @param locate resolves the location, which may be a function of parameters
  /// @param fetch reads the text at an `s3://` location
  public Includes(Function<Json, @Nullable String> locate, UnaryOperator<String> fetch) {
    this.locate = locate;
    this.fetch = fetch;
  }

  public Json apply(Json value) {
    return apply(value, 0);
  }

  private Json apply(Json value, int depth) {
    return switch (value) {
      case Json.Obj object -> object(object, depth);
      case Json.Arr(List<Json> items) -> {
        var applied = new ArrayList<Json>();
        items.forEach(item -> applied.add(apply(item, depth)));
        yield new Json.Arr(applied);
      }
      default -> value;
    };
  }

  private Json object(Json.Obj object, int depth) {
    var fields = new LinkedHashMap<String, Json>();
    for (var field : object.fields().entrySet()) {
      if (!field.getKey().equals("Fn::Transform")) {
        fields.put(field.getKey(), apply(field.getValue(), depth));
        continue;
      }
      var included = included(field.getValue(), depth);
      if (object.fields().size() == 1) {
        return included;
      }
      if (!(included instanceof Json.Obj(Map<String, Json> more))) {
        throw new TemplateException(
            "Transform AWS::Include failed with: only an object can be included beside others");
      }
      more.forEach(fields::putIfAbsent);
    }
    return new Json.Obj(fields);
  }

  private Json included(Json transform, int depth) {
    var name = transform instanceof Json.Obj object ? object.get("Name") : null;
    if (name == null || !"AWS::Include".equals(name.text())) {
      throw new TemplateException(
          "No transform named " + (name == null ? "" : name.text()) + " found.");
    }
    var parameters = ((Json.Obj) transform).get("Parameters");
    var location = parameters instanceof Json.Obj object ? object.get("Location") : null;
    var resolved = location == null ? null : locate.apply(location);
    if (resolved == null || !resolved.startsWith("s3://")) {
      throw new TemplateException(
          "Transform AWS::Include failed with: The location parameter is not a valid S3 uri.");
    }
    if (depth == MAX_DEPTH) {
      throw new TemplateException(
          "Transform AWS::Include failed with: includes are nested deeper than " + MAX_DEPTH);
    }
    return apply(TemplateText.parseAny(fetch.apply(resolved)), depth + 1);
  }
}
