package brume.apigateway.template;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as the plain values that templates work with.
final class Values {
  private Values() {}

  static @Nullable Object of(@Nullable Json json) {
    return switch (json) {
      case null -> null;
      case Json.Null _ -> null;
      case Json.Str(String text) -> text;
      case Json.Bool(boolean truth) -> truth;
      case Json.Num(BigDecimal number) -> of(number);
      case Json.Arr(List<Json> items) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(of(item)));
        yield list;
      }
      case Json.Obj object -> map(object);
    };
  }

  static Map<String, @Nullable Object> map(Json.Obj object) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    object.fields().forEach((name, value) -> map.put(name, of(value)));
    return map;
  }

  private static Object of(BigDecimal number) {
    if (number.scale() > 0) {
      return number.doubleValue();
    }
    long whole = number.longValue();
    return whole == (int) whole ? (Object) (int) whole : (Object) whole;
  }
}
