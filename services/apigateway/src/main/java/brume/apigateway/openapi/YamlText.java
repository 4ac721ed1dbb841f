package brume.apigateway.openapi;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads YAML as a JSON tree. Keys are texts, whatever they look like.
final class YamlText {
  private static final int MAX_DEPTH = 100;

  /// Characters. Source: "Amazon API Gateway quotas", maximum size of an API definition: 6 MB.
  private static final int MAX_CHARS = 6 << 20;

  private YamlText() {}

  /// Throws [YAMLException] when the text is not YAML.
  static Json parse(String text) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_CHARS);
    options.setAllowDuplicateKeys(false);
    return tree(new Yaml(new SafeConstructor(options)).load(text), 0);
  }

  private static Json tree(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new YAMLException("nested too deeply");
    }
    return switch (value) {
      case null -> Json.ofNull();
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Json>();
        map.forEach((key, each) -> fields.put(String.valueOf(key), tree(each, depth + 1)));
        yield new Json.Obj(fields);
      }
      case List<?> list -> new Json.Arr(list.stream().map(each -> tree(each, depth + 1)).toList());
      case Boolean truth -> Json.of(truth);
      case Number number -> new Json.Num(new BigDecimal(number.toString()));
      case java.util.Date date -> Json.of(date.toInstant().toString());
      default -> Json.of(value.toString());
    };
  }
}
