package brume.apigateway.gateway;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the variables of a stage where an address or a name refers to them.
public final class StageVariables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{stageVariables\\.([A-Za-z0-9_]+)}");

  private StageVariables() {}

  public static String fill(String text, @Nullable Map<String, String> variables) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match -> {
              var value = variables == null ? null : variables.get(match.group(1));
              return Matcher.quoteReplacement(value == null ? "" : value);
            });
  }
}
