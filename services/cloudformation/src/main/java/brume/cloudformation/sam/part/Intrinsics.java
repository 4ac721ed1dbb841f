package brume.cloudformation.sam.part;

import brume.json.Json;
import org.jspecify.annotations.Nullable;

/// Writes and recognises intrinsic functions.
public final class Intrinsics {
  private Intrinsics() {}

  public static Json.Obj ref(String name) {
    return Json.object("Ref", Json.of(name));
  }

  public static Json.Obj getAtt(String logicalId, String attribute) {
    return Json.object("Fn::GetAtt", Json.array(Json.of(logicalId), Json.of(attribute)));
  }

  public static Json.Obj sub(String text) {
    return Json.object("Fn::Sub", Json.of(text));
  }

  public static Json.Obj sub(String text, Json.Obj variables) {
    return Json.object("Fn::Sub", Json.array(Json.of(text), variables));
  }

  public static Json onlyIf(@Nullable String condition, Json value) {
    return condition == null
        ? value
        : Json.object("Fn::If", Json.array(Json.of(condition), value, ref("AWS::NoValue")));
  }

  public static boolean isFunction(@Nullable Json value) {
    if (!(value instanceof Json.Obj object) || object.fields().size() != 1) {
      return false;
    }
    var name = object.fields().keySet().iterator().next();
    return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::");
  }

  /// The logical id that a `Ref` or a plain text names; null for anything else.
  public static @Nullable String referred(@Nullable Json value) {
    return switch (value) {
      case null -> null;
      case Json.Str(String name) -> name;
      case Json.Obj object when object.get("Ref") instanceof Json.Str(String name) -> name;
      default -> null;
    };
  }
}
