package brume.apigateway.export;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes documents as JSON or YAML.
public final class DocumentText {
  private DocumentText() {}

  public static String json(Json.Obj document) {
    return document.pretty();
  }

  public static String yaml(Json.Obj document) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(plain(document));
  }

  private static @Nullable Object plain(Json json) {
    return switch (json) {
      case Json.Null _ -> null;
      case Json.Str(String text) -> text;
      case Json.Bool(boolean truth) -> truth;
      case Json.Num(BigDecimal number) -> number.scale() > 0 ? number : number.toBigInteger();
      case Json.Arr(List<Json> items) -> items.stream().map(DocumentText::plain).toList();
      case Json.Obj object -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        object.fields().forEach((name, value) -> map.put(name, plain(value)));
        yield map;
      }
    };
  }
}
