package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tags as CloudFormation lists them.
public final class TagList {
  private static final Json.Obj CREATED_BY_SAM = tag("lambda:createdBy", Json.of("SAM"));

  private TagList() {}

  public static Json.Obj tag(String key, Json value) {
    return Json.object("Key", Json.of(key), "Value", value);
  }

  public static List<Json> of(@Nullable Json tags) {
    var list = new ArrayList<Json>();
    if (tags instanceof Json.Obj(Map<String, Json> fields)) {
      fields.forEach(
          (key, value) -> list.add(tag(key, value instanceof Json.Null ? Json.of("") : value)));
    }
    return list;
  }

  /// The same, after the one that says who made it.
  public static Json.Arr ofLambda(@Nullable Json tags) {
    var list = new ArrayList<Json>();
    list.add(CREATED_BY_SAM);
    list.addAll(of(tags));
    return new Json.Arr(list);
  }
}
