package brume.s3.resource;

import brume.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lifecycle rules of templates in the form of the API, which gathers in filters and actions
/// what templates write side by side.
final class LifecycleForm {
  private static final Map<String, String> EXPIRATION =
      Map.of(
          "ExpirationInDays", "Days",
          "ExpirationDate", "Date",
          "ExpiredObjectDeleteMarker", "ExpiredObjectDeleteMarker");
  private static final List<String> FILTERS =
      List.of("Prefix", "TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan");
  private static final Map<String, String> TRANSITION =
      Map.of("TransitionInDays", "Days", "TransitionDate", "Date");
  private static final Map<String, String> NONCURRENT_TRANSITION =
      Map.of("TransitionInDays", "NoncurrentDays");
  private static final String NONCURRENT_DAYS = "NoncurrentVersionExpirationInDays";

  private LifecycleForm() {}

  static Json.Obj of(Json.Obj template) {
    return template
        .without("Rules")
        .with("Rules", TemplateForms.each(template.get("Rules"), LifecycleForm::rule));
  }

  private static Json.Obj rule(Json.Obj template) {
    var rule = new LinkedHashMap<String, Json>();
    var expiration = new LinkedHashMap<String, Json>();
    template
        .fields()
        .forEach(
            (name, value) -> {
              if (EXPIRATION.containsKey(name)) {
                expiration.put(EXPIRATION.get(name), value);
              } else if (name.equals(NONCURRENT_DAYS)) {
                rule.put("NoncurrentVersionExpiration", Json.object("NoncurrentDays", value));
              } else if (name.startsWith("Transition")) {
                addAll(rule, "Transitions", value, TRANSITION);
              } else if (name.startsWith("NoncurrentVersionTransition")) {
                addAll(rule, "NoncurrentVersionTransitions", value, NONCURRENT_TRANSITION);
              } else if (!FILTERS.contains(name)) {
                rule.put(name.equals("Id") ? "ID" : name, value);
              }
            });
    if (!expiration.isEmpty()) {
      rule.put("Expiration", new Json.Obj(expiration));
    }
    rule.put("Filter", filter(template));
    return new Json.Obj(rule);
  }

  /// Templates have a list of transitions and, from earlier times, a single one.
  private static void addAll(
      Map<String, Json> rule, String name, Json given, Map<String, String> names) {
    var list = given instanceof Json.Obj ? new Json.Arr(List.of(given)) : given;
    var all = new ArrayList<>(rule.containsKey(name) ? rule.get(name).list() : List.of());
    all.addAll(TemplateForms.each(list, one -> TemplateForms.renamed(one, names)).list());
    rule.put(name, new Json.Arr(all));
  }

  private static Json.Obj filter(Json.Obj template) {
    var conditions = new LinkedHashMap<String, Json>();
    var tags = new ArrayList<Json>();
    for (var name : FILTERS) {
      var value = template.get(name);
      if (value != null && name.equals("TagFilters")) {
        tags.addAll(value.list());
      } else if (value != null) {
        conditions.put(name, value);
      }
    }
    if (conditions.size() + tags.size() > 1) {
      if (!tags.isEmpty()) {
        conditions.put("Tags", new Json.Arr(tags));
      }
      return Json.object("And", new Json.Obj(conditions));
    }
    if (!tags.isEmpty()) {
      conditions.put("Tag", tags.getFirst());
    }
    return new Json.Obj(conditions);
  }
}
