package brume.apigateway.accesslog;

import brume.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The format of a stage's lines: text with references such as `$context.requestId`.
///
/// Source: API Gateway Developer Guide, "Variables for access logging for API Gateway".
record LineFormat(String text) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{?context((?:\\.[A-Za-z0-9_:-]+)+)}?");
  private static final String NOTHING = "-";

  String line(Json.Obj context) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(context, found.group(1))));
  }

  private static String value(Json.Obj context, String path) {
    Json at = context;
    for (var name : path.substring(1).split("\\.")) {
      at = at instanceof Json.Obj object ? object.get(name) : null;
    }
    var text = at == null ? null : at.text();
    return text == null ? NOTHING : text;
  }
}
