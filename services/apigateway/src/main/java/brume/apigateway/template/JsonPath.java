package brume.apigateway.template;

import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A path into JSON: `$.a.b`, `$['a']`, `$.a[0]`, `$.a[*].b`, `$..b`.
///
/// Source: API Gateway Developer Guide, "Variables for data transformations for API Gateway", which
/// rests on Goessner's JSONPath. Filters and slices are not here.
final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.\\.(?<deep>[\\w-]+)|\\.(?<name>[\\w-]+)|\\.\\*|\\[\\*]|\\[(?<index>-?\\d+)]"
              + "|\\[(?<quote>['\"])(?<quoted>.*?)\\k<quote>]");

  private JsonPath() {}

  /// Null when there is nothing at the path. Paths that may lead to several values give an array.
  ///
  /// Throws [IllegalArgumentException] for what is no path.
  static @Nullable Json read(Json root, String path) {
    if (!path.startsWith("$")) {
      throw new IllegalArgumentException("Not a JSON path: " + path);
    }
    var matcher = STEP.matcher(path);
    List<Json> found = List.of(root);
    boolean several = false;
    int end = 1;
    while (end < path.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException("Not a JSON path: " + path);
      }
      end = matcher.end();
      var next = new ArrayList<Json>();
      if (matcher.group("deep") != null) {
        several = true;
        found.forEach(each -> deep(each, matcher.group("deep"), next));
      } else if (matcher.group("name") != null) {
        found.forEach(each -> child(each, matcher.group("name"), next));
      } else if (matcher.group("quoted") != null) {
        found.forEach(each -> child(each, matcher.group("quoted"), next));
      } else if (matcher.group("index") != null) {
        int index = Integer.parseInt(matcher.group("index"));
        found.forEach(each -> item(each, index, next));
      } else {
        several = true;
        found.forEach(each -> next.addAll(children(each)));
      }
      found = next;
    }
    return several ? new Json.Arr(found) : found.isEmpty() ? null : found.getFirst();
  }

  private static void child(Json at, String name, List<Json> into) {
    var value = at instanceof Json.Obj object ? object.get(name) : null;
    if (value != null) {
      into.add(value);
    }
  }

  private static void item(Json at, int index, List<Json> into) {
    if (at instanceof Json.Arr(List<Json> items)) {
      int real = index < 0 ? items.size() + index : index;
      if (real >= 0 && real < items.size()) {
        into.add(items.get(real));
      }
    }
  }

  private static void deep(Json at, String name, List<Json> into) {
    child(at, name, into);
    children(at).forEach(each -> deep(each, name, into));
  }

  private static List<Json> children(Json at) {
    return switch (at) {
      case Json.Obj object -> List.copyOf(object.fields().values());
      case Json.Arr(List<Json> items) -> items;
      default -> List.of();
    };
  }
}
