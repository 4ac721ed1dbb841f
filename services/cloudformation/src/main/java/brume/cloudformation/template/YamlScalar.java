package brume.cloudformation.template;

import brume.json.Json;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Types a plain scalar by YAML 1.1, but for what templates mean as text: dates, and digits with
/// leading zeros, which are account ids.
final class YamlScalar {
  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,30})");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(0|[1-9][0-9]{0,30})?\\.[0-9]{1,30}([eE][-+][0-9]{1,3})?");
  private static final Set<String> TRUE =
      Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

  private YamlScalar() {}

  static Json value(ScalarNode scalar) {
    var text = scalar.getValue();
    boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
    boolean shortForm = scalar.getTag().getValue().startsWith("!");
    if (!plain || shortForm || isForcedText(scalar, text)) {
      return Json.of(text);
    }
    return typed(text);
  }

  /// The composer tags plain and explicit `!!str` scalars alike; only a plain one has its value at
  /// its start.
  private static boolean isForcedText(ScalarNode scalar, String text) {
    var mark = scalar.getStartMark();
    return scalar.getTag().equals(Tag.STR)
        && !text.isEmpty()
        && mark.getBuffer()[mark.getPointer()] == '!';
  }

  private static Json typed(String text) {
    if (NULL.contains(text)) {
      return Json.ofNull();
    }
    if (TRUE.contains(text)) {
      return Json.of(true);
    }
    if (FALSE.contains(text)) {
      return Json.of(false);
    }
    return INTEGER.matcher(text).matches() || FLOAT.matcher(text).matches()
        ? new Json.Num(new BigDecimal(text))
        : Json.of(text);
  }
}
